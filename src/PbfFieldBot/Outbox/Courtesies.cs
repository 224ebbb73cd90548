using PbfFieldBot.Channels;

namespace PbfFieldBot.Outbox;

/// <summary>The few answers that are never stored (to strangers, to groups, that the database fails): tried a few times, then let go.</summary>
internal sealed class Courtesies(OutboxSignal signal)
{
    private const int Tries = 3;
    private readonly List<OutgoingMessage> waiting = [];

    /// <summary>Sends those that may be sent now.</summary>
    public void Take(Predicate<OutgoingMessage> mayGo, Action<OutgoingMessage> send)
    {
        while (signal.TryTakeUnstored(out var message))
            waiting.Add(message!);
        foreach (var message in waiting.ToList())
            if (mayGo(message))
            {
                waiting.Remove(message);
                send(message);
            }
    }

    /// <summary>An attempt came to its end: what the other side could not take now is tried again.</summary>
    public void TakeBack(Attempt attempt)
    {
        if (attempt.Outcome is TryLater { After: null } && ++attempt.Message.Attempts < Tries)
            waiting.Insert(0, attempt.Message);
    }
}
