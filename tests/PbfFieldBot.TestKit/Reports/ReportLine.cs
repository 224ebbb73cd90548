using System.Xml.Linq;
using static PbfFieldBot.TestKit.Reports.WordParts;

namespace PbfFieldBot.TestKit.Reports;

/// <summary>One row of an indicator table as a test writes it.</summary>
public sealed record ReportLine(string Code, string Label, string Baseline, string Target, string Milestone, string Current, string Reason)
{
    /// <summary>The word before the code.</summary>
    public string Word { get; init; } = "Indicateur";

    public static IReadOnlyList<ReportLine> Few { get; } =
    [
        new("1.1", "Existence d\u2019une matrice", "0", "1", "1", "1", ""),
        new("1.1.1", "Nombre des personnes form\u00e9es", "0", "30", "15. En 2021", "15 dont 6 femmes", "Activit\u00e9s report\u00e9es"),
        new("1.2.2", "Nombre de r\u00e9unions tenues", "0", "24", "Plus tard", "9", ""),
        new("2.1", "R\u00e9duction des perceptions par rapport \u00e0 la situation de r\u00e9f\u00e9rence", "0", "50%", "0", "", "Pas d\u2019enqu\u00eate"),
    ];

    /// <summary>The seven cells of the usual template, in its order.</summary>
    public XElement[] Cells() =>
    [
        Cell(Paragraph()), NameCell(), Plain(Baseline), Plain(Target), Plain(Milestone), CurrentCell(), Plain(Reason),
    ];

    /// <summary>Code and label as two paragraphs of one cell.</summary>
    public XElement NameCell() => Cell(Paragraph(Run(Word + " " + Code)), Paragraph(), Paragraph(Run(Label)));

    /// <summary>Centred, bold, 9 points.</summary>
    public XElement CurrentCell() => Cell(Paragraph(E("pPr", E("jc", A("val", "center"))), Current.Length == 0 ? null : Run(Current, E("b"), E("sz", A("val", 18)))));

    public static XElement Plain(string text) => Cell(Paragraph(text.Length == 0 ? null : Run(text)));
}
