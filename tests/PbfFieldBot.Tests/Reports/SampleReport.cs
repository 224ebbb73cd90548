using System.Xml.Linq;
using PbfFieldBot.Reports.Table;
using PbfFieldBot.Reports.Word;
using PbfFieldBot.TestKit;

namespace PbfFieldBot.Tests.Reports;

/// <summary>The founding report, changed by code: cells by code and column, words of the narrative, rows.</summary>
internal sealed class SampleReport
{
    private readonly DocxPackage package = DocxPackage.Open(Founding);

    public static byte[] Founding { get; } = File.ReadAllBytes(Path.Combine(Repository.Root, "dialogs/rapport/modele-2020.docx"));

    /// <summary>The founding report as a careful officer would have sent it: nothing to find.</summary>
    public static SampleReport Clean()
    {
        var report = new SampleReport();
        report.Replace("deux r\u00e9unions au niveau r\u00e9gional", "neuf r\u00e9unions au niveau r\u00e9gional");
        report.Paragraph("D\u00e8s la", p => p[..1400]);
        report.Set("3.2.2", TableColumn.Milestone, "Au cours de 2021");
        foreach (var code in new[] { "1.1.1", "1.2.1", "1.2.2", "2.1", "2.2", "2.1.1", "2.2.2", "3.2", "3.2.1", "3.2.2" })
            report.Set(code, TableColumn.Reason, "Report\u00e9 au premier trimestre 2021, indicateur " + code);
        return report;
    }

    public SampleReport Set(string code, TableColumn column, string text)
    {
        WordCell.Write(IndicatorTables.Find(package.Content).Rows.Single(r => r.Code == code).Cell(column)!, text);
        return this;
    }

    /// <summary>Other words in the narrative.</summary>
    public SampleReport Replace(string old, string text) => Paragraph(old, p => p.Replace(old, text, StringComparison.Ordinal));

    /// <summary>A sentence at the end of the progress of result 1.</summary>
    public SampleReport Say(string sentence) => Paragraph("Le secr\u00e9tariat permanent de gestion", p => p + " " + sentence);

    public SampleReport Without(string code)
    {
        IndicatorTables.Find(package.Content).Rows.Single(r => r.Code == code).Cell(TableColumn.Current)!.Ancestors().First(a => a.Is("tr")).Remove();
        return this;
    }

    public byte[] Save() => package.Save();

    private SampleReport Paragraph(string begins, Func<string, string> change)
    {
        XNamespace w = WordXml.Usual;
        var paragraph = package.Content.Descendants(w + "p").First(p => p.Value.Contains(begins, StringComparison.Ordinal));
        var texts = paragraph.Descendants(w + "t").ToList();
        texts[0].Value = change(string.Concat(texts.Select(t => t.Value)));
        texts.Skip(1).Remove();
        return this;
    }
}
