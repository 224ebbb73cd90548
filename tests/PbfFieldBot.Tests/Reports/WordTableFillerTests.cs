using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using PbfFieldBot.Reports;
using PbfFieldBot.Reports.Table;
using PbfFieldBot.Reports.Word;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Tests.Reports;

[Trait("Base", "sqlite")]
public sealed class WordTableFillerTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly byte[] Sample = File.ReadAllBytes(Path.Combine(Repository.Root, "dialogs/rapport/modele-2020.docx"));
    private static readonly IReadOnlyList<ReportRow> Rows = [.. ShippedDialogs.Framework.Indicators.Select(i => new ReportRow(i.Code, "valeur " + i.Code, null))];

    [Fact]
    public void EachIndicatorOfTheSampleReportIsFilled()
    {
        var (file, result) = WordTableFiller.Fill(Sample, Rows);
        Assert.Equal(Rows.Select(r => r.Code), result.Filled);
        Assert.Empty(result.MissingInDocument);
        Assert.Empty(result.MissingInProject);
        Assert.Equal(Rows.Select(r => r.Current), FilledReport.RowsOf(file).Where(r => !r.IsPlaceholder).Select(r => r.Text(TableColumn.Current)));
    }

    [Fact]
    public void AllOtherPartsStayByteForByte()
    {
        var (file, _) = WordTableFiller.Fill(Sample, Rows);
        var (before, after) = (FilledReport.PartsOf(Sample), FilledReport.PartsOf(file));
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(before.Where(p => p.Key != "word/document.xml"), p => Assert.Equal(p.Value, after[p.Key]));
    }

    [Fact]
    public void TheDocumentIsTheSameOutsideTheFilledCells()
    {
        var (file, _) = WordTableFiller.Fill(Sample, Rows);
        Assert.True(XNode.DeepEquals(FilledReport.WithoutCells(Sample, TableColumn.Current), FilledReport.WithoutCells(file, TableColumn.Current)), "elements, attributes and texts in order, blanks included");
    }

    [Fact]
    public void WordFindsNoNewErrorInTheFile()
    {
        var (file, _) = WordTableFiller.Fill(Sample, Rows);
        Assert.Subset(FilledReport.ErrorsOf(Sample), FilledReport.ErrorsOf(file));
    }

    [Fact]
    public void ACellKeepsItsLetters()
    {
        var file = With(document => FirstCell(document).Descendants(W + "p").First()
            .AddFirst(new XElement(W + "r", new XElement(W + "rPr", new XElement(W + "b"), new XElement(W + "sz", new XAttribute(W + "val", "18"))), new XElement(W + "t", "1"))));
        var run = FilledReport.RowsOf(WordTableFiller.Fill(file, Rows).File)[0].Cell(TableColumn.Current)!.Descendants(W + "r").Single();
        Assert.Equal(["b", "sz"], run.Element(W + "rPr")!.Elements().Select(e => e.Name.LocalName));
    }

    [Fact]
    public void ACodeCutIntoRunsWithNoBreakSpacesIsFound()
    {
        var file = With(document =>
        {
            var text = document.Descendants(W + "t").First(t => t.Value.Contains("1.1.1", StringComparison.Ordinal) && t.Ancestors(W + "tbl").Any());
            var at = text.Value.IndexOf("1.1.1", StringComparison.Ordinal) + 2;
            var run = text.Ancestors(W + "r").First();
            run.AddAfterSelf(new XElement(W + "bookmarkStart", new XAttribute(W + "id", "991"), new XAttribute(W + "name", "x")), new XElement(W + "r", new XElement(W + "t", text.Value[at..])), new XElement(W + "bookmarkEnd", new XAttribute(W + "id", "991")));
            text.Value = text.Value[..at].Replace(' ', '\u00a0');
        });
        Assert.Contains("1.1.1", WordTableFiller.Fill(file, Rows).Result.Filled);
    }

    [Fact]
    public void ColumnsInAnotherOrderAreFollowed()
    {
        var file = With(document =>
        {
            foreach (var row in FirstCell(document).Ancestors(W + "tbl").First().Elements(W + "tr").Where(r => r.Elements(W + "tc").Count() == 7))
            {
                var cells = row.Elements(W + "tc").ToList();
                cells[5].Remove();
                cells[2].AddBeforeSelf(cells[5]);
            }
        });
        Assert.Equal("valeur 1.1.1", CurrentOf(WordTableFiller.Fill(file, Rows).File, "1.1.1"));
    }

    [Fact]
    public void EnglishHeadersAreKnown()
    {
        var file = With(document =>
        {
            var cells = FirstCell(document).Ancestors(W + "tbl").First().Elements(W + "tr").First().Elements(W + "tc").ToList();
            foreach (var (column, head) in new[] { (1, "Performance Indicators"), (5, "Current indicator progress"), (6, "Reasons for Variance/ Delay (if any)") })
                WordCell.Write(cells[column], head);
        });
        Assert.Equal(18, WordTableFiller.Fill(file, Rows).Result.Filled.Count);
    }

    [Fact]
    public void AReasonStaysUnlessTheProjectHasANewerOne()
    {
        var before = FilledReport.ReasonsOf(Sample);
        var rows = Rows.Select(r => r.Code == "2.1.2" ? r with { Reason = "Les contrats sont en cours de signature." } : r).ToList();
        before["2.1.2"] = "Les contrats sont en cours de signature.";
        Assert.Equal(before, FilledReport.ReasonsOf(WordTableFiller.Fill(Sample, rows).File));
    }

    [Fact]
    public void ALongEntryIsCutAtASenseAndSaid()
    {
        var sentence = string.Concat(Enumerable.Repeat("La formation a touché les agents. ", 12));
        var (file, result) = WordTableFiller.Fill(Sample, [.. Rows.Select(r => r.Code == "1.1.1" ? r with { Current = sentence } : r)]);
        Assert.Equal(["Indicateur 1.1.1 : le texte dépasse 300 signes ; il a été coupé."], result.Warnings);
        Assert.EndsWith("agents.", CurrentOf(file, "1.1.1"), StringComparison.Ordinal);
        Assert.InRange(CurrentOf(file, "1.1.1").Length, 200, 300);
    }

    [Fact]
    public void CodesMissingOnEitherSideAreSaid()
    {
        var result = WordTableFiller.Fill(Sample, [.. Rows.Where(r => r.Code != "3.2"), new ReportRow("4.1", "1", null)]).Result;
        Assert.Equal(["4.1"], result.MissingInDocument);
        Assert.Equal(["3.2"], result.MissingInProject);
    }

    [Fact]
    public void WhatIsNoWordReportIsRefusedInOneSentence()
    {
        Assert.Equal("Ce fichier n'est pas un document Word (.docx).", RefusalOf([1, 2, 3]));
        Assert.StartsWith("Ce document n'a pas de tableau d'indicateurs", RefusalOf(With(d => d.Descendants(W + "tbl").ToList().ForEach(t => t.Remove()))), StringComparison.Ordinal);
        Assert.Equal("Ce document contient des macros : enregistrez-le en .docx sans macros.", RefusalOf(WithPart("word/vbaProject.bin", [0])));
        Assert.StartsWith("Ce document Word est abîmé", RefusalOf(WithPart("word/document.xml", Encoding.UTF8.GetBytes("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%PDF-1.7", "Ce fichier est un PDF : envoyez le document Word (.docx) dont il est tir\u00e9.")]
    [InlineData("PK nothing behind", "Ce document Word est ab\u00eem\u00e9 : ouvrez-le dans Word, enregistrez-le de nouveau, puis r\u00e9essayez.")]
    public void AFileOfAnotherKindIsNamed(string content, string refusal) => Assert.Equal(refusal, RefusalOf(Encoding.ASCII.GetBytes(content)));

    [Fact]
    public void OldAndLockedWordFilesAreToldApart()
    {
        byte[] old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
        Assert.Equal("Ce fichier est au vieux format de Word (.doc) : enregistrez-le en .docx, puis r\u00e9essayez.", RefusalOf(old));
        Assert.Equal("Ce document est prot\u00e9g\u00e9 par un mot de passe : enregistrez-le sans mot de passe, puis r\u00e9essayez.", RefusalOf([.. old, .. Encoding.Unicode.GetBytes("EncryptedPackage")]));
    }

    [Theory]
    [InlineData("mimetype", "Ce fichier est un document OpenDocument (.odt) : enregistrez-le au format Word (.docx), puis r\u00e9essayez.")]
    [InlineData("../evil.xml", "Ce document Word est ab\u00eem\u00e9 : ouvrez-le dans Word, enregistrez-le de nouveau, puis r\u00e9essayez.")]
    [InlineData("WORD/Document.xml", "Ce document Word est ab\u00eem\u00e9 : ouvrez-le dans Word, enregistrez-le de nouveau, puis r\u00e9essayez.")]
    public void PartsThatNoReportHasAreRefused(string part, string refusal) => Assert.Equal(refusal, RefusalOf(WithPart(part, [1])));

    [Fact]
    public void BombsAreRefusedBeforeTheyAreUnpacked()
    {
        const string refusal = "Ce document est trop grand pour un rapport. Rien n'a \u00e9t\u00e9 ouvert.";
        Assert.Equal(refusal, RefusalOf(WithPart("word/media/image1.png", new byte[250_000_000])));
        Assert.Equal(refusal, RefusalOf(WithPart("word/document.xml", new byte[50_000_000])));
        Assert.Equal(refusal, RefusalOf(WithManyParts(2_001)));
        Assert.Equal(refusal, RefusalOf(With(d => d.Root!.Element(W + "body")!.AddFirst(Enumerable.Range(0, 400).Aggregate(new XElement(W + "p"), (inner, _) => new XElement(W + "sdt", inner))))));
    }

    [Fact]
    public void APartThatIsLongerThanTheDirectorySaysIsRefused()
    {
        var file = WithPart("word/media/image1.png", new byte[1_000_000]);
        BitConverter.TryWriteBytes(file.AsSpan(SizeInDirectory(file, "word/media/image1.png")), 2_000);
        Assert.Equal("Ce document Word est ab\u00eem\u00e9 : ouvrez-le dans Word, enregistrez-le de nouveau, puis r\u00e9essayez.", RefusalOf(file));
    }

    [Theory]
    [InlineData("word/styles.xml")]
    [InlineData("word/document.xml")]
    public void ADtdIsRefusedInWhateverPart(string part) =>
        Assert.StartsWith("Ce document Word est ab\u00eem\u00e9", RefusalOf(WithPart(part, Encoding.UTF8.GetBytes("<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\"><a/>"))), StringComparison.Ordinal);

    [Fact]
    public void AnElementWithCountlessAttributesIsRefused() => Assert.Equal(
        "Ce document est trop grand pour un rapport. Rien n'a \u00e9t\u00e9 ouvert.",
        RefusalOf(With(d => d.Root!.Element(W + "body")!.AddFirst(new XElement(W + "p", Enumerable.Range(0, 600).Select(i => new XAttribute("a" + i.ToString(System.Globalization.CultureInfo.InvariantCulture), 1)))))));

    [Theory]
    [InlineData("document.main", "template.main", "Ce fichier est un mod\u00e8le Word (.dotx) : enregistrez-le en document (.docx), puis r\u00e9essayez.")]
    [InlineData("vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "vnd.ms-word.document.macroEnabled.main+xml", "Ce document contient des macros : enregistrez-le en .docx sans macros.")]
    [InlineData("wordprocessingml.document.main", "spreadsheetml.sheet.main", "Ce fichier est un classeur ou une pr\u00e9sentation, pas un document Word (.docx).")]
    public void TheTypeOfTheMainPartDecidesNotTheName(string usual, string other, string refusal)
    {
        var types = Encoding.UTF8.GetString(FilledReport.PartsOf(Sample)["[Content_Types].xml"]);
        Assert.Equal(refusal, RefusalOf(WithPart("[Content_Types].xml", Encoding.UTF8.GetBytes(types.Replace(usual, other, StringComparison.Ordinal)))));
    }

    // In a zip's directory a name follows 46 signs after the mark; the size stands at the 24th.
    private static int SizeInDirectory(byte[] file, string name) => file.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes(name)) - 46 + 24;

    private static byte[] WithManyParts(int parts)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            for (var i = 0; i < parts; i++)
                zip.CreateEntry("word/" + i.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return stream.ToArray();
    }

    private static string RefusalOf(byte[] file) => Assert.Throws<RefusedException>(() => WordTableFiller.Fill(file, Rows)).Message;

    private static string CurrentOf(byte[] file, string code) => FilledReport.CurrentOf(file)[code];

    private static XElement FirstCell(XDocument document) => IndicatorTables.Find(document).Rows[0].Cell(TableColumn.Current)!;

    private static byte[] With(Action<XDocument> change)
    {
        var package = DocxPackage.Open(Sample);
        change(package.Content);
        return package.Save();
    }

    private static byte[] WithPart(string name, byte[] content)
    {
        var stream = new MemoryStream();
        stream.Write(Sample);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(name)?.Delete();
            using var part = zip.CreateEntry(name).Open();
            part.Write(content);
        }

        return stream.ToArray();
    }
}
