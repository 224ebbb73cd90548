using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace PbfFieldBot.TestKit.Reports;

/// <summary>Small pieces of WordprocessingML, and the zip around them.</summary>
public static class WordParts
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace Mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    public static XElement E(string name, params object?[] content) => new(W + name, content);

    public static XAttribute A(string name, object value) => new(W + name, value);

    public static XElement Text(string text) => E("t", new XAttribute(XNamespace.Xml + "space", "preserve"), text);

    public static XElement Run(string text, params object[] look) => E("r", look.Length == 0 ? null : E("rPr", look), Text(text));

    public static XElement Paragraph(params object?[] content) => E("p", content);

    public static XElement Cell(params object?[] paragraphs) => E("tc", E("tcPr", E("tcW", A("w", 1500), A("type", "dxa"))), paragraphs);

    public static XElement Row(params object?[] cells) => E("tr", cells);

    public static XElement Table(int columns, params object?[] rows) => E(
        "tbl", E("tblPr", E("tblW", A("w", 0), A("type", "auto"))), E("tblGrid", Enumerable.Range(0, columns).Select(_ => E("gridCol", A("w", 1500)))), rows);

    public static XElement Control(params object?[] content) => E("sdt", E("sdtPr", E("id", A("val", 4711))), E("sdtContent", content));

    /// <summary>A legacy form field; its empty value is five en spaces, as Word writes it.</summary>
    public static IEnumerable<XElement> FormField(string value) =>
    [
        E("r", E("fldChar", A("fldCharType", "begin"), E("ffData", E("name", A("val", "Texte1")), E("enabled"), E("calcOnExit", A("val", "0")), E("textInput")))),
        E("r", E("instrText", new XAttribute(XNamespace.Xml + "space", "preserve"), " FORMTEXT ")),
        E("r", E("fldChar", A("fldCharType", "separate"))),
        Run(value.Length == 0 ? "\u2002\u2002\u2002\u2002\u2002" : value),
        E("r", E("fldChar", A("fldCharType", "end"))),
    ];

    public static object[] By(string author) => [A("id", "900"), A("author", author), A("date", "2020-10-01T08:00:00Z")];

    /// <summary>A whole file around a body.</summary>
    public static byte[] File(XElement document, string main = "word/document.xml", params (string Name, string Content)[] more)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "[Content_Types].xml", $"""<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/{main}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>{string.Concat(more.Where(m => m.Name == "word/comments.xml").Select(_ => "<Override PartName=\"/word/comments.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml\"/>"))}</Types>""");
            Put(zip, "_rels/.rels", $"""<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{(document.Name.Namespace == W ? Relations : StrictRelations)}/officeDocument" Target="/{main}"/></Relationships>""");
            Put(zip, main, new XDeclaration("1.0", "UTF-8", "yes") + document.ToString(SaveOptions.DisableFormatting));
            foreach (var (name, content) in more)
                Put(zip, name, content);
        }

        return file.ToArray();
    }

    public static XElement Document(params object?[] body) => E("document", new XAttribute(XNamespace.Xmlns + "w", W), new XAttribute(XNamespace.Xmlns + "mc", Mc), E("body", body, E("sectPr", E("pgSz", A("w", 16838), A("h", 11906)))));

    private static void Put(ZipArchive zip, string name, string content)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    }
}
