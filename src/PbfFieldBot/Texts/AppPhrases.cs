using PbfFieldBot.Engine.Texts;

namespace PbfFieldBot.Texts;

/// <summary>The French sentences of the program around the engine: command line, intake, reviews, report (app.fr.yaml).</summary>
public static class AppPhrases
{
    public static PhraseFile File { get; } = PhraseFile.Load(typeof(AppPhrases).Assembly, "app.fr.yaml");

    /// <summary>The sentence under a key with its values filled in.</summary>
    public static string Text(string key, params ReadOnlySpan<(string Name, object? Value)> values) => File.Text(key, values);
}
