namespace PbfFieldBot.People;

/// <summary>One supported organisation, station or recommendation: what distinct counting counts.</summary>
public sealed class RegisterEntry
{
    public long Id { get; set; }

    /// <summary>"organisation", "radio" or "recommandation".</summary>
    public required string Kind { get; set; }

    /// <summary>The name as first written.</summary>
    public required string Name { get; set; }

    /// <summary>The folded name, unique within the kind: the key of distinct counting.</summary>
    public required string Key { get; set; }

    /// <summary>True when declared as supported without an `appui` (invitation, written conversation): since the project's start.</summary>
    public bool SupportedFromStart { get; set; }

    public required string Area { get; set; }
}
