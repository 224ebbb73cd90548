using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Indicators;

namespace PbfFieldBot.Reports.Snapshots;

/// <summary>One value that is no more what was published.</summary>
public sealed record SnapshotChange(Indicator Indicator, string Published, string Now, IReadOnlyList<SourceChange> Sources);

/// <summary>One report behind it that came, went or was corrected since: what it added then and adds now; null on the side where it does not count.</summary>
public sealed record SourceChange(Behind? Before, Behind? After)
{
    /// <summary>"added", "removed" or "changed".</summary>
    public string Word => Before is null ? "added" : After is null ? "removed" : "changed";

    public Behind Known => After ?? Before ?? throw new InvalidOperationException("a change of nothing");
}
