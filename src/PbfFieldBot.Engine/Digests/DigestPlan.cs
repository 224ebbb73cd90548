using PbfFieldBot.Engine.Texts;

namespace PbfFieldBot.Engine.Digests;

/// <summary>One part of Monday's digest; its name in dialogs/bulletin.yaml is the same in small letters.</summary>
public enum DigestSection
{
    Activities,
    Participants,
    Waiting,
    Silent,
    Oddities,
    Indicators,
}

/// <summary>What Monday's digest says, in which order, and its short words: the content of dialogs/bulletin.yaml.</summary>
public sealed record DigestPlan
{
    public IReadOnlyList<DigestSection> Sections { get; init; } = Enum.GetValues<DigestSection>();

    /// <summary>Names in one list at most; the rest is counted.</summary>
    public int LongestList { get; init; } = 6;

    /// <summary>Days without a report after which a partner is silent.</summary>
    public int SilentAfter { get; init; } = 28;

    /// <summary>Days between an activity and its report after which the report is late.</summary>
    public int LateAfter { get; init; } = 30;

    /// <summary>Dialogs of which the digest says nothing.</summary>
    public IReadOnlyList<string> LeaveOut { get; init; } = [];

    /// <summary>How the reports of each dialog are counted in words.</summary>
    public PhraseFile Kinds { get; init; } = PhraseFile.Parse("");

    /// <summary>The short name of an indicator by its code.</summary>
    public IReadOnlyDictionary<string, string> Indicators { get; init; } = new Dictionary<string, string>();
}
