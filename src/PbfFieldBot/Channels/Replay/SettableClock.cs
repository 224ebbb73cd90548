namespace PbfFieldBot.Channels.Replay;

/// <summary>The clock of a written conversation: it stands where it is put. Timers run on the real one.</summary>
internal sealed class SettableClock : TimeProvider
{
    private DateTimeOffset now = DateTimeOffset.UnixEpoch;

    public void Set(DateTimeOffset time) => now = time;

    public override DateTimeOffset GetUtcNow() => now;
}
