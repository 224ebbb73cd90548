using PbfFieldBot.Engine;
using PbfFieldBot.Engine.Dialogs.Questions;

namespace PbfFieldBot.Channels.Telegram;

/// <summary>
/// A long text that somebody pastes is cut by Telegram's clients into messages of at most 4,096 characters, at a line or a word. They are put together again, so that
/// the person gets one answer to one text.
/// </summary>
internal static class Pastes
{
    // A client cuts as late as it can: a part that another one follows is nearly full.
    private const int ShortestCutPart = Limits.MessageCharacters - 500;
    private const int LongestPart = Limits.MessageCharacters;
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(5);

    /// <summary>True when the next part may still be on its way.</summary>
    public static bool MayGoOn(ChannelUpdate? update) => update?.What is Said { Input: Message { Text.Length: >= ShortestCutPart and <= LongestPart } };

    /// <summary>The updates with the parts of each paste in its last one; the others are remembered as handled and nothing else.</summary>
    public static IReadOnlyList<ChannelUpdate> Joined(IReadOnlyList<ChannelUpdate> updates)
    {
        var result = updates.ToList();
        Dictionary<int, string> before = [];
        for (var i = 0; i < result.Count; i++)
        {
            if (!MayGoOn(result[i]))
                continue;
            var next = result.FindIndex(i + 1, u => u.Channel == result[i].Channel && u.ChatId == result[i].ChatId);
            if (next < 0 || result[next].What is not Said { Input: Message } || result[next].SentAt - result[i].SentAt > Apart)
                continue;
            before.TryGetValue(i, out var begun);
            before[next] = begun + ((Message)((Said)result[i].What).Input).Text + "\n";
            result[i] = result[i] with { What = new PartOfPaste() };
        }

        foreach (var (end, text) in before)
            if (result[end].What is Said { Input: Message last })
                result[end] = result[end] with { What = new Said(new Message(text + last.Text)) };

        return result;
    }
}
