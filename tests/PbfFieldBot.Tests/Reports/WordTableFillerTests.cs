using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using PbfFieldBot.Reports;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Tests.Reports;

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
        Assert.Equal(Rows.Select(r => r.Current), IndicatorTable.Find(DocxPackage.Open(file).Content).Select(r => WordCell.Text(r.Current)));
    }

    [Fact]
    public void AllOtherPartsStayByteForByte()
    {
        var (file, _) = WordTableFiller.Fill(Sample, Rows);
        var (before, after) = (PartsOf(Sample), PartsOf(file));
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(before.Where(p => p.Key != "word/document.xml"), p => Assert.Equal(p.Value, after[p.Key]));
    }

    [Fact]
    public void TheDocumentIsTheSameOutsideTheFilledCells()
    {
        var (file, _) = WordTableFiller.Fill(Sample, Rows);
        Assert.True(XNode.DeepEquals(WithoutCells(Sample), WithoutCells(file)), "elements, attributes and texts in order, blanks included");
    }

    [Fact]
    public void WordFindsNoNewErrorInTheFile()
    {
        var (file, _) = WordTableFiller.Fill(Sample, Rows);
        Assert.Subset(ErrorsOf(Sample), ErrorsOf(file));
    }

    [Fact]
    public void ACellKeepsItsLetters()
    {
        var file = With(document => IndicatorTable.Find(document)[0].Current.Descendants(W + "p").First()
            .AddFirst(new XElement(W + "r", new XElement(W + "rPr", new XElement(W + "b"), new XElement(W + "sz", new XAttribute(W + "val", "18"))), new XElement(W + "t", "1"))));
        var run = IndicatorTable.Find(DocxPackage.Open(WordTableFiller.Fill(file, Rows).File).Content)[0].Current.Descendants(W + "r").Single();
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
            foreach (var row in IndicatorTable.Find(document).Select(r => r.Current.Ancestors(W + "tbl").First()).First().Elements(W + "tr").Where(r => r.Elements(W + "tc").Count() == 7))
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
            var cells = IndicatorTable.Find(document)[0].Current.Ancestors(W + "tbl").First().Elements(W + "tr").First().Elements(W + "tc").ToList();
            foreach (var (column, head) in new[] { (1, "Performance Indicators"), (5, "Current indicator progress"), (6, "Reasons for Variance/ Delay (if any)") })
                WordCell.Write(cells[column], head);
        });
        Assert.Equal(18, WordTableFiller.Fill(file, Rows).Result.Filled.Count);
    }

    [Fact]
    public void AReasonStaysUnlessTheProjectHasANewerOne()
    {
        var before = IndicatorTable.Find(DocxPackage.Open(Sample).Content).ToDictionary(r => r.Code, r => WordCell.Text(r.Reason!));
        var rows = Rows.Select(r => r.Code == "2.1.2" ? r with { Reason = "Les contrats sont en cours de signature." } : r).ToList();
        var after = IndicatorTable.Find(DocxPackage.Open(WordTableFiller.Fill(Sample, rows).File).Content).ToDictionary(r => r.Code, r => WordCell.Text(r.Reason!));
        before["2.1.2"] = "Les contrats sont en cours de signature.";
        Assert.Equal(before, after);
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

    private static string RefusalOf(byte[] file) => Assert.Throws<RefusedException>(() => WordTableFiller.Fill(file, Rows)).Message;

    private static string CurrentOf(byte[] file, string code) => WordCell.Text(IndicatorTable.Find(DocxPackage.Open(file).Content).Single(r => r.Code == code).Current);

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

    private static SortedDictionary<string, byte[]> PartsOf(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return new(zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var part = e.Open();
            var bytes = new MemoryStream();
            part.CopyTo(bytes);
            return bytes.ToArray();
        }), StringComparer.Ordinal);
    }

    private static XDocument WithoutCells(byte[] file)
    {
        var document = DocxPackage.Open(file).Content;
        foreach (var row in IndicatorTable.Find(document))
            row.Current.ReplaceNodes();
        return document;
    }

    private static HashSet<string> ErrorsOf(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        return [.. new OpenXmlValidator().Validate(document).Select(e => e.Id + " " + e.Description)];
    }
}
