namespace PbfFieldBot.Intake;

/// <summary>What became of a batch of updates. Once the handler returns, all of them may be confirmed to the channel.</summary>
/// <param name="Handled">Done and stored.</param>
/// <param name="SeenBefore">Came again; nothing was done.</param>
/// <param name="SetAside">Failed three times; held up nobody.</param>
public sealed record BatchOutcome(int Handled, int SeenBefore, int SetAside)
{
    public static BatchOutcome operator +(BatchOutcome a, BatchOutcome b) => a.Add(b);

    public BatchOutcome Add(BatchOutcome other) => new(Handled + other.Handled, SeenBefore + other.SeenBefore, SetAside + other.SetAside);
}
