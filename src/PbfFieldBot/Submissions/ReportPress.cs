using System.Globalization;
using PbfFieldBot.Engine;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Submissions;

/// <summary>What a button does to a report that was sent. The first ones are a coordinator's, the last ones its author's.</summary>
public enum ReportAct
{
    Approve = 'a',
    Reject = 'r',
    Open = 'o',

    /// <summary>To be sent back: which answer is to be asked again?</summary>
    Return = 'c',

    /// <summary>That answer, by its place in the dialog.</summary>
    AskAgain = 'q',

    /// <summary>Sent back without words.</summary>
    WithoutWords = 'z',

    /// <summary>Back to what waits.</summary>
    Close = 'x',

    /// <summary>Not the same event after all.</summary>
    Split = 's',

    /// <summary>The same event as the one that looks like it.</summary>
    Merge = 'm',

    /// <summary>Of two tellings, the figures of this one count.</summary>
    Prefer = 'p',
    Photo = 'f',

    /// <summary>An alert was read.</summary>
    Seen = 'k',
    ShowOwn = 'w',
    Correct = 'e',

    /// <summary>The last correction, named by its revision, is taken back.</summary>
    Undo = 'u',

    /// <summary>The coordinator's question is answered now, before the report in the middle.</summary>
    AnswerNow = 'n',
}

/// <summary>A press on a button about a sent report: "v", its number, ":", the letter of the act, and a number for those that need one.</summary>
public sealed record ReportPress(long SubmissionId, ReportAct Act, int Argument = 0)
{
    /// <summary>Reads a button's data; null when it is about no sent report.</summary>
    public static ReportPress? Read(string data)
    {
        var colon = data.IndexOf(':', StringComparison.Ordinal);
        if (data.Length > Limits.ButtonDataBytes || data is not ['v', ..] || colon < 2 || colon + 1 >= data.Length || !Enum.IsDefined((ReportAct)data[colon + 1]))
            return null;
        if (!long.TryParse(data.AsSpan(1, colon - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return null;
        var rest = data.AsSpan(colon + 2);
        var argument = 0;
        return rest.Length == 0 || int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out argument) ? new ReportPress(id, (ReportAct)data[colon + 1], argument) : null;
    }

    /// <summary>The button that does it, with its label from app.fr.yaml.</summary>
    public static Button Button(long submission, ReportAct act, string phrase, int argument = 0) => Labelled(submission, act, AppPhrases.Text(phrase), argument);

    public static Button Labelled(long submission, ReportAct act, string label, int argument = 0) =>
        new(label, string.Create(CultureInfo.InvariantCulture, $"v{submission}:{(char)act}{(argument == 0 ? "" : argument.ToString(CultureInfo.InvariantCulture))}"));
}
