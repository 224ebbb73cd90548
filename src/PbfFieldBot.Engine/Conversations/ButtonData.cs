using System.Globalization;
using PbfFieldBot.Engine.Dialogs.Questions;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>The data of a conversation's button: "q", the turn that showed it, ":", the code; far below the Bot API's 64 bytes.</summary>
public static class ButtonData
{
    /// <summary>Writes the data of a button shown in a turn.</summary>
    public static string Write(int turn, string code) => string.Create(CultureInfo.InvariantCulture, $"q{turn}:{code}");

    /// <summary>Reads what came back; null when it is not the data of a conversation's button.</summary>
    public static Press? Read(string data)
    {
        var colon = data.IndexOf(':', StringComparison.Ordinal);
        return data.Length <= Limits.ButtonDataBytes && data.StartsWith('q') && colon > 1
            && int.TryParse(data.AsSpan(1, colon - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var turn)
            ? new Press(turn, data[(colon + 1)..])
            : null;
    }
}
