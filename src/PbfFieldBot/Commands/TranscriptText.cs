using System.Globalization;
using PbfFieldBot.Engine.Transcripts;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Commands;

/// <summary>A played conversation as people read it: who, when, what; buttons in brackets.</summary>
internal static class TranscriptText
{
    private const string Indent = "             ";

    /// <summary>One message; the lines after the first are indented.</summary>
    public static string Line(PlayedMessage message)
    {
        var who = message.From ?? AppPhrases.Text("cli.replay.bot", ("to", message.To));
        var text = message.Text.Replace("\n", "\n" + Indent, StringComparison.Ordinal);
        var buttons = message.Buttons.Count == 0 ? "" : "\n" + Indent + string.Join(' ', message.Buttons.Select(b => "[" + b + "]"));
        return string.Create(CultureInfo.GetCultureInfo("fr-FR"), $"{message.At:dd/MM HH:mm}  {who} : {text}{buttons}");
    }
}
