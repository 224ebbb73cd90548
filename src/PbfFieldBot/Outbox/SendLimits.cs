namespace PbfFieldBot.Outbox;

/// <summary>
/// How fast we may send: Telegram takes about 30 messages a second in all, and about one a second in a chat with short bursts.
/// Two counts of tokens that refill with time; not for several threads at once.
/// </summary>
public sealed class SendLimits(double perSecond, int burst, double perSecondInChat, int burstInChat)
{
    /// <summary>What Telegram takes in all.</summary>
    public const int TelegramPerSecond = 30;

    private readonly Dictionary<(string Channel, long Chat), Bucket> chats = [];
    private Bucket all = new(burst, null);

    /// <summary>At most 30 in any one second: 27 that flow and 3 at once.</summary>
    public static SendLimits OfTelegram() => new(27, 3, 1, 3);

    /// <summary>As many in a second as the operator says; above Telegram's number nothing holds a single chat back.</summary>
    public static SendLimits Of(int perSecond) => perSecond == TelegramPerSecond ? OfTelegram()
        : perSecond < TelegramPerSecond ? new(perSecond, 1, 1, 3)
        : new(perSecond, perSecond, perSecond, perSecond);

    /// <summary>For channels without limits: the terminal, written conversations.</summary>
    public static SendLimits None() => new(double.PositiveInfinity, 1, double.PositiveInfinity, 1);

    /// <summary>Takes the right to send one message to a chat now; else says how long to wait.</summary>
    public TimeSpan Take(string channel, long chat, DateTimeOffset now)
    {
        if (double.IsPositiveInfinity(perSecond))
            return TimeSpan.Zero;
        all = all.Refilled(now, perSecond, burst);
        var own = chats.GetValueOrDefault((channel, chat), new Bucket(burstInChat, null)).Refilled(now, perSecondInChat, burstInChat);
        var wait = Max(all.Wait(perSecond), own.Wait(perSecondInChat));
        if (wait > TimeSpan.Zero)
            return wait;
        all = all with { Tokens = all.Tokens - 1 };
        chats[(channel, chat)] = own with { Tokens = own.Tokens - 1 };
        Forget(now);
        return TimeSpan.Zero;
    }

    /// <summary>The chats that have to wait now, and how long.</summary>
    public IReadOnlyList<(long Chat, TimeSpan Wait)> Waiting(DateTimeOffset now) =>
    [
        .. chats.Select(c => (c.Key.Chat, Wait: c.Value.Refilled(now, perSecondInChat, burstInChat).Wait(perSecondInChat))).Where(c => c.Wait > TimeSpan.Zero),
    ];

    // Chats whose tokens are full again say nothing: without this the list grows with every person.
    private void Forget(DateTimeOffset now)
    {
        if (chats.Count < 1000)
            return;
        foreach (var (chat, bucket) in chats)
            if (bucket.Refilled(now, perSecondInChat, burstInChat).Tokens >= burstInChat)
                chats.Remove(chat);
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private sealed record Bucket(double Tokens, DateTimeOffset? At)
    {
        public Bucket Refilled(DateTimeOffset now, double perSecond, double most) =>
            new(Math.Min(most, Tokens + (Math.Max(0, (now - (At ?? now)).TotalSeconds) * perSecond)), now);

        public TimeSpan Wait(double perSecond) => Tokens >= 1 ? TimeSpan.Zero : TimeSpan.FromSeconds((1 - Tokens) / perSecond);
    }
}
