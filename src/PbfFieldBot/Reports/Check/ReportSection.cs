namespace PbfFieldBot.Reports.Check;

/// <summary>A question of the report and its answer.</summary>
/// <param name="Part">"Partie 1"; empty when the data do not know the heading.</param>
/// <param name="Limit">Characters allowed; null when the heading gives no limit.</param>
/// <param name="Answer">Paragraphs as lines.</param>
internal sealed record ReportSection(string Part, string Heading, int? Limit, string Answer)
{
    private const int ShownCharacters = 70;

    /// <summary>True for a question about what is to come: its numbers are plans.</summary>
    public bool IsPlan { get; init; }

    /// <summary>Characters of the answer, blanks included, ends of paragraphs not.</summary>
    public int Characters => Answer.EnumerateRunes().Count(r => r.Value != '\n');

    public string Where => Texts.AppPhrases.Text(Part.Length == 0 ? "report.check.section_alone" : "report.check.section", ("part", Part), ("heading", Heading.Length <= ShownCharacters ? Heading : Heading[..Heading.LastIndexOf(' ', ShownCharacters)] + "\u2026"));
}

/// <summary>A heading of the report's template, as dialogs/rapport/sections.yaml lists it.</summary>
/// <param name="IsPlan">True for a question about what is to come.</param>
internal sealed record KnownSection(string Part, string Heading, int? Limit, bool IsPlan = false);
