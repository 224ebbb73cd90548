namespace PbfFieldBot.Data;

/// <summary>The turn of a process that has its database alone.</summary>
internal sealed class OnlyTurn : ITurn
{
    public CancellationToken Lost => CancellationToken.None;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
