namespace PbfFieldBot.Outbox;

/// <summary>Cuts a text that is longer than a channel's message: at the end of a paragraph, else of a line, else of a word, never inside a pair of surrogates.</summary>
internal static class LongText
{
    /// <summary>The first part of at most that many UTF-16 units, and the rest; the rest is null when all fits.</summary>
    public static (string First, string? More) Cut(string text, int most)
    {
        if (text.Length <= most)
            return (text, null);
        foreach (var end in new[] { "\n\n", "\n", " " })
            if (text.LastIndexOf(end, most - 1, StringComparison.Ordinal) is var at && at >= most / 2)
                return (text[..at], text[(at + end.Length)..]);
        var cut = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return (text[..cut], text[cut..]);
    }

    /// <summary>A text longer than one message leaves part by part: each a request of its own, the row holds what is still to be sent. The buttons stand under the last.</summary>
    public static (OutgoingMessage Part, string? More) FirstPart(OutgoingMessage message)
    {
        if (message.FileId is not null || Cut(message.Text, OutgoingMessage.LongestText) is not ({ } first, { } more))
            return (message, null);
        var part = new OutgoingMessage
        {
            Id = message.Id,
            Channel = message.Channel,
            ChatId = message.ChatId,
            Priority = message.Priority,
            DueAt = message.DueAt,
            Silent = message.Silent,
            Text = first,
        };
        return (part, more);
    }
}
