using System.Text;
using System.Xml.Linq;
using static PbfFieldBot.TestKit.Reports.WordParts;

namespace PbfFieldBot.TestKit.Reports;

/// <summary>
/// Word reports of many makes with the same indicators (<see cref="ReportLine.Few"/>): what officers' programs and habits do to one template. Each is small and valid, and filled alike.
/// </summary>
public static class ReportMakes
{
    private static readonly string[] French = ["", "Indicateurs", "Base de donn\u00e9es", "Cible de fin de projet", "Etapes d\u2019indicateur/ Milestone", "Progr\u00e8s actuel de l\u2019indicateur", "Raisons pour les retards ou changements"];
    private static readonly string[] English = ["", "Performance Indicators", "Indicator Baseline", "End of project Indicator Target", "Indicator Milestone", "Current indicator progress", "Reasons for Variance/ Delay (if any)"];

    public static IReadOnlyDictionary<string, Func<byte[]>> All { get; } = new Dictionary<string, Func<byte[]>>
    {
        ["french template"] = () => Of(Table(7, Head(French), Lines())),
        ["english template"] = () => Of(Table(7, Head(English), ReportLine.Few.Select(l => Row((l with { Word = "Indicator" }).Cells())))),
        ["english, other words"] = () => Of(Table(7, Head(["Outcome", "Indicators", "Baseline", "Target", "Milestone", "Indicator progress\u00a0to date", "Reason for delay"]), ReportLine.Few.Select(l => Row((l with { Word = "Output Indicator" }).Cells())))),
        ["decomposed accents and odd blanks"] = () => Of(Table(7, Head([.. French.Select(h => h.Normalize(NormalizationForm.FormD).Replace(' ', '\u00a0'))]), ReportLine.Few.Select(l => Row((l with { Word = "\u200bIndicateur\u202f" }).Cells())))),
        ["a break in the header"] = () => Of(Table(7, Row(French.Select((h, i) => i == 5 ? Cell(Paragraph(E("r", Text("Progr\u00e8s actuel"), E("br"), Text("de l'indicateur")))) : ReportLine.Plain(h)).ToArray()), Lines())),
        ["each letter its own run"] = () => Of(Changed(Table(7, Head(French), Lines()), CutIntoLetters)),
        ["columns in another order"] = () => Of(Table(7, Turned(Row(French.Select(ReportLine.Plain).ToArray())), ReportLine.Few.Reverse().Select(l => Turned(Row(l.Cells()))))),
        ["title above, header again below"] = () => Of(Table(7, Row(Spanning(7, "Tableau des indicateurs du projet")), Head(French), Row(ReportLine.Few[0].Cells()), Head(French), Lines().Skip(1))),
        ["header in two rows"] = () => Of(Table(7, Row([Down("restart", ""), Down("restart", "Indicateurs"), Spanning(3, "Pr\u00e9vu"), Spanning(2, "Situation")]), Row([Down(null, ""), Down(null, ""), .. French.Skip(2).Select(ReportLine.Plain)]), Lines())),
        ["code and label in two columns"] = () => Of(Table(7, Row([Spanning(2, "Indicateurs"), .. French.Skip(2).Select(ReportLine.Plain)]), ReportLine.Few.Select(l => Row([ReportLine.Plain("Indicateur " + l.Code + " :"), ReportLine.Plain(l.Label), .. l.Cells().Skip(2)])))),
        ["decoys around"] = () => Of(Decoys(), Table(7, Head(French), Lines()), Summary()),
        ["inside a layout table"] = () => Of(Table(1, Row(Cell(Paragraph(Run("Indicateurs")), Table(7, Head(French), Lines()), Paragraph())))),
        ["cut in two tables"] = () => Of(Table(7, Head(French), Lines().Take(2)), Paragraph(), Table(7, Lines().Skip(2))),
        ["one table for each result"] = () => Of(Table(7, Head(French), Lines().Take(3)), Paragraph(Run("R\u00e9sultat 2")), Table(7, Head(French), Lines().Skip(3))),
        ["results merged down the first column"] = () => Of(Table(7, Head(French), ReportLine.Few.Select((l, i) => Row([Down(i == 0 ? "restart" : null, i == 0 ? "R\u00e9sultat 1 Les instances" : ""), .. l.Cells().Skip(1)])))),
        ["outputs with the same number"] = () => Of(Table(7, Head(French), Row(Spanning(7, "Produit 1.1 Le Secr\u00e9tariat permanent")), Lines())),
        ["content controls everywhere"] = () => Of(Control(Table(7, Head(French), ReportLine.Few.Select(l => Control(Row(InControls(l))))))),
        ["form fields"] = () => Of(Table(7, Head(French), ReportLine.Few.Select(l => Row([.. l.Cells().Take(5), Cell(Paragraph(FormField(l.Current))), Cell(Paragraph(FormField(l.Reason)))])))),
        ["tracked changes"] = () => Of(Table(7, Head(French), DeletedRow(), ReportLine.Few.Select(l => Row(Tracked(l))))),
        ["links, fields, alternatives, hidden text"] = () => Of(Table(7, Head(French), ReportLine.Few.Select(l => Row(Wrapped(l))))),
        ["comments and notes of the officer"] = Commented,
        ["shifted cells"] = () => Of(Shifted()),
        ["strict"] = StrictFile,
        ["main part under another name"] = () => File(Document(Table(7, Head(French), Lines())), "word/document2.xml"),
    };

    private static byte[] Of(params object?[] body) => File(Document(Paragraph(Run("RAPPORT DE PROGRES")), body, Paragraph(Run("Fin"))));

    private static XElement Head(string[] heads) => Row(E("trPr", E("tblHeader")), heads.Select(ReportLine.Plain));

    private static IEnumerable<XElement> Lines() => ReportLine.Few.Select(l => Row(l.Cells()));

    private static XElement Turned(XElement row) => Row(row.Elements(W + "tc").Reverse());

    private static XElement Spanning(int columns, string text) => E("tc", E("tcPr", E("tcW", A("w", 1500 * columns), A("type", "dxa")), E("gridSpan", A("val", columns))), Paragraph(Run(text)));

    private static XElement Down(string? merge, string text) => E("tc", E("tcPr", E("tcW", A("w", 1500), A("type", "dxa")), E("vMerge", merge is null ? null : A("val", merge))), Paragraph(text.Length == 0 ? null : Run(text)));

    private static XElement Changed(XElement table, Action<XElement> change)
    {
        change(table);
        return table;
    }

    private static void CutIntoLetters(XElement table)
    {
        foreach (var run in table.Descendants(W + "r").ToList())
            run.ReplaceWith(run.Element(W + "t")!.Value.SelectMany((letter, i) => new object[] { i % 3 == 0 ? E("proofErr", A("type", i % 2 == 0 ? "spellStart" : "spellEnd")) : "", new XElement(W + "r", run.Element(W + "rPr"), Text(letter.ToString())) }).OfType<XElement>());
    }

    private static object[] Decoys() =>
    [
        Paragraph(E("r", E("fldChar", A("fldCharType", "begin"))), E("r", E("instrText", " TOC \\o ")), E("r", E("fldChar", A("fldCharType", "separate"))), Run("Indicateur 1.1.1 \u2026 12"), E("r", E("fldChar", A("fldCharType", "end")))),
        Table(3, Head(["Indicateurs", "Responsable", "Budget"]), Row(ReportLine.Plain("Indicateur 1.1.1"), ReportLine.Plain("PNUD"), ReportLine.Plain("1000"))),
        Table(2, Head(["Produit", "Montant ($)"]), Row(ReportLine.Plain("1.1"), ReportLine.Plain("1498000"))),
    ];

    private static XElement Summary() => Table(3, Head(["Indicateur", "Cible", "Progr\u00e8s actuel"]), Row(ReportLine.Plain("Indicateur 1.1.1"), ReportLine.Plain("30"), ReportLine.Plain("\u00e0 ne pas toucher")));

    private static object[] InControls(ReportLine line)
    {
        var cells = line.Cells();
        return
        [
            cells[0], E("tc", E("tcPr"), Control(Paragraph(Control(Run("Indicateur " + line.Code + ' '))), Paragraph(Run(line.Label)))), cells[2], cells[3], cells[4],
            Control(line.CurrentCell()), E("tc", E("tcPr"), Control(Paragraph(Control(Run(line.Reason))))),
        ];
    }

    private static XElement DeletedRow() => Row(E("trPr", E("del", By("Awa"))), (ReportLine.Few[1] with { Current = "supprim\u00e9" }).Cells());

    private static object[] Tracked(ReportLine line)
    {
        var cells = line.Cells();
        var old = E("del", By("Awa"), E("r", E("delText", "Indicateur 9.9 ")));
        return
        [
            cells[0], Cell(Paragraph(old, E("ins", By("Awa"), Run("Indicateur " + line.Code + " "))), Paragraph(Run(line.Label))), cells[2], cells[3], cells[4],
            Cell(Paragraph(E("del", By("Awa"), E("r", E("delText", "7"))), E("moveFrom", By("Awa"), Run("8")), E("ins", By("Awa"), Run(line.Current.Length == 0 ? " " : line.Current)))), cells[6],
        ];
    }

    private static object[] Wrapped(ReportLine line)
    {
        var cells = line.Cells();
        var hidden = Run("cach\u00e9 ", E("vanish"));
        return
        [
            cells[0], Cell(Paragraph(hidden, E("hyperlink", A("anchor", "x"), Run("Indicateur ")), E("fldSimple", A("instr", " QUOTE x "), Run(line.Code + " "))), Paragraph(E("smartTag", A("element", "x"), Run(line.Label)))), cells[2], cells[3], cells[4],
            Cell(Paragraph(E("r", new XElement(Mc + "AlternateContent", new XElement(Mc + "Choice", new XAttribute("Requires", "w"), Text(line.Current)), new XElement(Mc + "Fallback", Text(line.Current)))))), cells[6],
        ];
    }

    private static byte[] Commented()
    {
        var table = Table(7, Head(French), ReportLine.Few.Select((l, i) => Row([.. l.Cells().Take(5), Cell(Paragraph(E("bookmarkStart", A("id", 50 + i), A("name", "m" + i)), E("commentRangeStart", A("id", i)), Run(l.Current), E("commentRangeEnd", A("id", i)), E("r", E("commentReference", A("id", i))), E("bookmarkEnd", A("id", 50 + i)))), ReportLine.Plain(l.Reason)])));
        var comments = E("comments", new XAttribute(XNamespace.Xmlns + "w", W), ReportLine.Few.Select((_, i) => E("comment", A("id", i), A("author", "Awa"), Paragraph(Run("\u00e0 v\u00e9rifier")))));
        return File(Document(table, Paragraph()), "word/document.xml", ("word/comments.xml", comments.ToString(SaveOptions.DisableFormatting)), ("word/_rels/document.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>"""));
    }

    // A border dragged with the mouse: the rows' cells begin a little beside the header's.
    private static XElement Shifted()
    {
        var table = Table(0, Row(French.Select((h, i) => i == 5 ? Spanning(2, h) : ReportLine.Plain(h)).ToArray()), ReportLine.Few.Select(l => Row(l.Cells().Select((c, i) => i == 6 ? Widened(c) : c))));
        table.Element(W + "tblGrid")!.Add(new[] { 1500, 1500, 1500, 1500, 1500, 1480, 20, 1500 }.Select(w => E("gridCol", A("w", w))));
        return table;
    }

    private static XElement Widened(XElement cell)
    {
        cell.Element(W + "tcPr")!.Add(E("gridSpan", A("val", 2)));
        return cell;
    }

    private static byte[] StrictFile()
    {
        XNamespace strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
        var document = Document(Table(7, Head(French), Lines()), Paragraph());
        foreach (var element in document.DescendantsAndSelf())
        {
            if (element.Name.Namespace == W)
                element.Name = strict + element.Name.LocalName;
            element.ReplaceAttributes(element.Attributes().Select(a => a.Name.Namespace == W ? new XAttribute(strict + a.Name.LocalName, a.Value) : a.Value == W.NamespaceName ? new XAttribute(a.Name, strict) : a).ToList());
        }

        return File(document);
    }
}
