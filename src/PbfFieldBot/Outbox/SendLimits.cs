namespace PbfFieldBot.Outbox;

/// <summary>
/// How fast we may send. Telegram takes about 30 messages a second of what is sent in bulk, and about one a second in a chat with short bursts (Bot API FAQ). An answer
/// that somebody waits for goes at once, and all else shares what it leaves; after Telegram asked for patience (429) the numbers hold for answers too, for a while.
/// Two counts of tokens that refill with time; not for several threads at once.
/// </summary>
public sealed class SendLimits(double perSecond, int burst, double perSecondInChat, int burstInChat)
{
    /// <summary>What Telegram takes in all.</summary>
    public const int TelegramPerSecond = 30;

    private static readonly TimeSpan Careful = TimeSpan.FromMinutes(10);
    private const double LargestDebtSeconds = 1;
    private readonly Dictionary<(string Channel, long Chat), Bucket> chats = [];
    private const int FewestRemembered = 1000;
    private DateTimeOffset carefulUntil;
    private int forgetAt = FewestRemembered;
    private Bucket all = new(burst, null);

    /// <summary>At most 30 in any one second: 27 that flow and 3 at once.</summary>
    public static SendLimits OfTelegram() => new(27, 3, 1, 3);

    /// <summary>As many in a second as the operator says; above Telegram's number nothing holds a single chat back.</summary>
    public static SendLimits Of(int perSecond) => perSecond == TelegramPerSecond ? OfTelegram()
        : perSecond < TelegramPerSecond ? new(perSecond, 1, 1, 3)
        : new(perSecond, perSecond, perSecond, perSecond);

    /// <summary>For channels without limits: the terminal, written conversations.</summary>
    public static SendLimits None() => new(double.PositiveInfinity, 1, double.PositiveInfinity, 1);

    /// <summary>Takes the right to send one message now; else says how long to wait.</summary>
    public TimeSpan Take(OutgoingMessage message, DateTimeOffset now)
    {
        if (double.IsPositiveInfinity(perSecond))
            return TimeSpan.Zero;
        all = all.Refilled(now, perSecond, burst);
        var chat = (message.Channel, message.ChatId);
        var own = chats.GetValueOrDefault(chat, new Bucket(burstInChat, null)).Refilled(now, perSecondInChat, burstInChat);
        var wait = Max(all.Wait(perSecond), own.Wait(perSecondInChat));
        if (wait > TimeSpan.Zero && !(message.IsAwaitedAt(now) && now >= carefulUntil))
            return wait;
        all = all.Less(perSecond * LargestDebtSeconds);
        chats[chat] = own.Less(perSecondInChat * LargestDebtSeconds);
        Forget(now);
        return TimeSpan.Zero;
    }

    /// <summary>Telegram asked for patience.</summary>
    public void HoldBack(DateTimeOffset now) => carefulUntil = now + Careful;

    /// <summary>The chats that have to wait now.</summary>
    public IEnumerable<(string Channel, long Chat)> Waiting(DateTimeOffset now) =>
        chats.Where(c => c.Value.Refilled(now, perSecondInChat, burstInChat).Wait(perSecondInChat) > TimeSpan.Zero).Select(c => c.Key);

    // Chats whose tokens are full again say nothing: without this the list grows with every person.
    private void Forget(DateTimeOffset now)
    {
        if (chats.Count < forgetAt)
            return;
        foreach (var (chat, bucket) in chats)
            if (bucket.Refilled(now, perSecondInChat, burstInChat).Tokens >= burstInChat)
                chats.Remove(chat);
        forgetAt = Math.Max(FewestRemembered, chats.Count * 2);
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private readonly record struct Bucket(double Tokens, DateTimeOffset? At)
    {
        public Bucket Less(double largestDebt) => this with { Tokens = Math.Max(-largestDebt, Tokens - 1) };

        public Bucket Refilled(DateTimeOffset now, double perSecond, double most) =>
            new(Math.Min(most, Tokens + (Math.Max(0, (now - (At ?? now)).TotalSeconds) * perSecond)), now);

        public TimeSpan Wait(double perSecond) => Tokens >= 1 ? TimeSpan.Zero : TimeSpan.FromSeconds((1 - Tokens) / perSecond);
    }
}
