using System.Xml.Linq;
using PbfFieldBot.Reports;
using PbfFieldBot.Reports.Table;
using PbfFieldBot.Reports.Word;
using PbfFieldBot.TestKit.Reports;
using Xunit;

namespace PbfFieldBot.Tests.Reports;

/// <summary>Each make of report is filled alike: every cell, nothing else.</summary>
public sealed class ReportMakesTests
{
    private static readonly DateTimeOffset Now = new(2020, 11, 15, 9, 0, 0, TimeSpan.Zero);

    private static readonly IReadOnlyList<ReportRow> Rows = [.. ReportLine.Few.Select(l => new ReportRow(l.Code, "20 dont 8 femmes, " + l.Code, l.Code == "1.2.2" ? "Les salles n'\u00e9taient pas libres." : null) { Sources = ["Valeur d'ouverture : 0"] })];

    public static TheoryData<string> Makes => [.. ReportMakes.All.Keys];

    [Theory]
    [MemberData(nameof(Makes))]
    public void EveryCellHoldsItsValue(string make)
    {
        var (file, result) = WordTableFiller.Fill(ReportMakes.All[make](), Rows);
        Assert.Equal(Rows.Select(r => r.Code).Order(), result.Filled.Order());
        Assert.Empty(result.MissingInDocument.Concat(result.MissingInProject).Concat(result.Warnings));
        Assert.Equal(Rows.ToDictionary(r => r.Code, r => r.Current), FilledReport.CurrentOf(file));
    }

    [Theory]
    [MemberData(nameof(Makes))]
    public void ReasonsStayUnlessThereIsANewerOne(string make)
    {
        var before = ReportMakes.All[make]();
        var expected = FilledReport.ReasonsOf(before);
        expected["1.2.2"] = "Les salles n'\u00e9taient pas libres.";
        Assert.Equal(expected, FilledReport.ReasonsOf(WordTableFiller.Fill(before, Rows).File));
    }

    [Theory]
    [MemberData(nameof(Makes))]
    public void NothingElseChanges(string make)
    {
        var before = ReportMakes.All[make]();
        var after = WordTableFiller.Fill(before, Rows).File;
        Assert.True(XNode.DeepEquals(FilledReport.WithoutCells(before, TableColumn.Current, TableColumn.Reason), FilledReport.WithoutCells(after, TableColumn.Current, TableColumn.Reason)), make);
        var main = DocxPackage.Open(before).MainPart;
        Assert.All(FilledReport.PartsOf(before).Where(p => p.Key != main), p => Assert.Equal(p.Value, FilledReport.PartsOf(after)[p.Key]));
        Assert.Subset(FilledReport.ErrorsOf(before), FilledReport.ErrorsOf(after));
    }

    [Theory]
    [MemberData(nameof(Makes))]
    public void TrackedChangesShowTheNewTextAndKeepTheOldOne(string make)
    {
        var before = ReportMakes.All[make]();
        var after = WordTableFiller.Fill(before, Rows, new FillOptions(Now, TrackChanges: true)).File;
        Assert.Equal(Rows.ToDictionary(r => r.Code, r => r.Current), FilledReport.CurrentOf(after));
        Assert.Equal(FilledReport.CurrentOf(before), FilledReport.CurrentOf(Rejected(after)));
        Assert.Subset(FilledReport.ErrorsOf(before), FilledReport.ErrorsOf(after));
    }

    [Theory]
    [MemberData(nameof(Makes))]
    public void ACommentOnEachCellSaysItsSourcesOnceHoweverOftenItIsFilled(string make)
    {
        var before = ReportMakes.All[make]();
        var once = WordTableFiller.Fill(before, Rows, new FillOptions(Now, Comments: true)).File;
        var twice = WordTableFiller.Fill(once, Rows, new FillOptions(Now, Comments: true)).File;
        Assert.Equal(Rows.ToDictionary(r => r.Code, r => r.Current), FilledReport.CurrentOf(twice));
        Assert.Equal(Rows.Count, Comments(twice).Count(c => c.Value == "Valeur d'ouverture : 0"));
        Assert.Equal(Comments(before).Count() + Rows.Count, Comments(twice).Count());
        Assert.Subset(FilledReport.ErrorsOf(before), FilledReport.ErrorsOf(once));
    }

    private static IEnumerable<XElement> Comments(byte[] file)
    {
        var package = DocxPackage.Open(file);
        return DocxParts.Target(package, package.MainPart, "comments") is { } part ? package.Part(part)!.Root!.Elements() : [];
    }

    // What Word does when somebody rejects what the program wrote.
    private static byte[] Rejected(byte[] file)
    {
        var package = DocxPackage.Open(file);
        bool Ours(XElement e) => e.Val("author") == RevisionMark.Author;
        package.Content.Descendants().Where(e => e.Is("ins") && Ours(e)).Remove();
        foreach (var deleted in package.Content.Descendants().Where(e => e.Is("del") && Ours(e)).ToList())
        {
            foreach (var text in deleted.Descendants().Where(e => e.IsAny("delText", "delInstrText")))
                text.Name = text.Name.Namespace + (text.Is("delText") ? "t" : "instrText");
            deleted.ReplaceWith(deleted.Nodes());
        }

        return package.Save();
    }
}
