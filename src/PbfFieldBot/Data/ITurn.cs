namespace PbfFieldBot.Data;

/// <summary>The right to do what only one process does at a time, until it is disposed or lost.</summary>
public interface ITurn : IAsyncDisposable
{
    /// <summary>Cancelled when somebody else may have the turn.</summary>
    CancellationToken Lost { get; }
}
