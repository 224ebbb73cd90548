namespace PbfFieldBot.People;

/// <summary>For whom partners report. Kinds: comite, radio, osc, adr, secretariat.</summary>
public sealed class Organisation
{
    public long Id { get; set; }

    public required string Name { get; set; }

    /// <summary>The folded name, unique: the same organisation written with or without accents is one.</summary>
    public required string Key { get; set; }

    public required string Kind { get; set; }

    /// <summary>P-code of a region or cercle, or "NAT".</summary>
    public required string Area { get; set; }
}
