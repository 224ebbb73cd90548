namespace PbfFieldBot.Engine.Texts;

/// <summary>What the bot says in a conversation (bot.fr.yaml).</summary>
public static class BotPhrases
{
    public static PhraseFile File { get; } = PhraseFile.Load(typeof(BotPhrases).Assembly, "bot.fr.yaml");
}
