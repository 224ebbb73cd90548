namespace PbfFieldBot.People;

/// <summary>For whom partners report. Kinds: comite, radio, osc, adr, secretariat.</summary>
public sealed class Organisation
{
    public long Id { get; set; }

    public required string Name { get; set; }

    public required string Kind { get; set; }

    /// <summary>P-code of a region or cercle, or "NAT".</summary>
    public required string Area { get; set; }
}
