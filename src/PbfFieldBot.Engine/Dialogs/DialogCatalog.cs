using PbfFieldBot.Engine.Digests;
using PbfFieldBot.Engine.Expected;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Engine.Places;

namespace PbfFieldBot.Engine.Dialogs;

/// <summary>Everything the dialogs folder holds, checked: dialogs in the order in which they are offered, places, results framework.</summary>
public sealed record DialogCatalog(IReadOnlyList<Dialog> Dialogs, Gazetteer Places, ResultsFramework Framework)
{
    /// <summary>What Monday's digest says.</summary>
    public DigestPlan Digest { get; init; } = new();

    /// <summary>What is expected of partners, and when.</summary>
    public ExpectedPlan Expected { get; init; } = new();

    /// <summary>The donor's Word report that is filled when a coordinator asks for it, as bytes; null when none is there.</summary>
    public byte[]? ReportModel { get; init; }

    /// <summary>The dialog of that id; null when there is none.</summary>
    public Dialog? Find(string id) => Dialogs.FirstOrDefault(d => d.Id == id);
}
