using PbfFieldBot.Engine.Texts;

namespace PbfFieldBot.Engine.Dialogs.Expressions;

/// <summary>The sentences about an expression that cannot be read (problems.fr.yaml, `expression`).</summary>
internal static class ExpressionMistake
{
    private static readonly PhraseFile Sentences = PhraseFile.Load(typeof(ExpressionMistake).Assembly, "problems.fr.yaml");

    public static FormatException Of(string sentence, params ReadOnlySpan<(string Name, object? Value)> values) => new(Sentences.Text("expression." + sentence, values));
}
