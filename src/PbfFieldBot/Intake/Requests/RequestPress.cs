using System.Globalization;
using PbfFieldBot.Engine;
using PbfFieldBot.Engine.Conversations;

namespace PbfFieldBot.Intake.Requests;

/// <summary>A press on a request's button: "p", what it does, ":", a number (a person, a form's turn), perhaps ":" and a word.</summary>
internal sealed record RequestPress(string Does, long Number, string Word)
{
    private const char Mark = 'p';

    /// <summary>Reads a button's data; null when it belongs to no request.</summary>
    public static RequestPress? Read(string data)
    {
        if (data.Length > Limits.ButtonDataBytes || data is not [Mark, .. var rest] || rest.Split(':', 3) is not [{ Length: > 0 } does, var number, .. var word])
            return null;
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? new RequestPress(does, n, word is [var one] ? one : "") : null;
    }

    /// <summary>A button that does it.</summary>
    public static Button Button(string label, string does, long number, string word = "") =>
        new(label, string.Create(CultureInfo.InvariantCulture, $"{Mark}{does}:{number}") + (word.Length == 0 ? "" : ":" + word));

    /// <summary>Buttons in rows, short ones two by two.</summary>
    public static IReadOnlyList<IReadOnlyList<Button>> Rows(IReadOnlyList<Button> buttons)
    {
        const int longestOfPair = 16;
        var rows = new List<List<Button>>();
        foreach (var button in buttons)
        {
            if (rows is [.., { Count: 1 } last] && last[0].Label.Length <= longestOfPair && button.Label.Length <= longestOfPair)
                last.Add(button);
            else
                rows.Add([button]);
        }

        return rows;
    }
}
