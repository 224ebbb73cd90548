using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using PbfFieldBot.Reports.Exports;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Tests.Reports.Exports;

public sealed class IatiFormatTests : ExportFormatContract
{
    private static readonly XmlSchemaSet Schemas = ReadSchemas();

    internal override IExportFormat Format { get; } = new IatiFormat();

    internal override string Words(byte[] file) => Encoding.UTF8.GetString(file);

    [Theory]
    [InlineData("2020-11-15")]
    [InlineData("2022-06-30")]
    public async Task TheFileIsValidByTheSchemaOfVersion203(string asOf)
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        List<string> problems = [];
        Document(await ledger.WriteAsync(Format, new ExportScope(AsOf: DateOnly.ParseExact(asOf, "yyyy-MM-dd")))).Validate(Schemas, (_, e) => problems.Add(e.Message));
        Assert.Empty(problems);
    }

    [Fact]
    public async Task EachIndicatorStandsUnderItsResultOrOutput()
    {
        var results = (await ActivityAsync("2020-11-15")).Elements("result").ToList();
        Assert.Equal(["2 Résultat 1 1.1 1.2", "1 Produit 1.1 1.1.1 1.1.2"], results.Take(2).Select(r =>
            $"{r.Attribute("type")!.Value} {r.Element("title")!.Value.Trim()} {string.Join(' ', r.Elements("indicator").Select(i => i.Element("reference")!.Attribute("code")!.Value))}"));
        Assert.Equal(18, results.Elements("indicator").Count());
    }

    [Fact]
    public async Task WomenAndMenStandBesideTheTotalAndTheReasonWithIt()
    {
        var period = Indicator(await ActivityAsync("2020-11-15"), "1.1.1").Elements("period").First();
        Assert.Equal(["15", "6 sex female", "9 sex male"], period.Elements("actual").Select(Amount));
        Assert.Equal("Les activités de regroupement ont été reportées suite aux instructions gouvernementales", period.Element("actual")!.Element("comment")!.Value.Trim());
        Assert.Equal("15. Cet indicateur sera atteint au cours de 2021", period.Element("target")!.Element("comment")!.Value.Trim());
    }

    [Fact]
    public async Task APercentageIsABareNumberOfItsOwnMeasure()
    {
        var indicator = Indicator(await ActivityAsync("2020-11-15"), "2.1");
        Assert.Equal(("2", "35.5"), (indicator.Attribute("measure")!.Value, indicator.Element("period")!.Element("actual")!.Attribute("value")!.Value));
    }

    [Fact]
    public async Task TheTargetOfTheEndHasItsOwnPeriodWhileTheProjectRuns()
    {
        var running = Indicator(await ActivityAsync("2020-11-15"), "1.1.1").Elements("period").Select(p => p.Element("period-end")!.Attribute("iso-date")!.Value + " " + p.Element("target")!.Attribute("value")!.Value);
        var ended = Indicator(await ActivityAsync("2022-06-30"), "1.1.1").Elements("period").Select(p => p.Element("period-end")!.Attribute("iso-date")!.Value + " " + p.Element("target")!.Attribute("value")!.Value);
        Assert.Equal(["2020-11-15 15", "2021-12-31 30"], running);
        Assert.Equal(["2021-12-31 30"], ended);
    }

    private async Task<XElement> ActivityAsync(string asOf)
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        return Document(await ledger.WriteAsync(Format, new ExportScope(AsOf: DateOnly.ParseExact(asOf, "yyyy-MM-dd")))).Root!.Element("iati-activity")!;
    }

    private static XDocument Document(byte[] file)
    {
        using var reader = XmlReader.Create(new MemoryStream(file));
        return XDocument.Load(reader);
    }

    private static XElement Indicator(XElement activity, string code) => activity.Descendants("indicator").Single(i => i.Element("reference")!.Attribute("code")!.Value == code);

    private static string Amount(XElement actual) => string.Join(' ', new[] { actual.Attribute("value")!.Value }.Concat(actual.Elements("dimension").SelectMany(d => d.Attributes().Select(a => a.Value))));

    private static XmlSchemaSet ReadSchemas()
    {
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        schemas.Add(null, Path.Combine(Repository.Root, "tests/PbfFieldBot.Tests/Reports/Exports/testdata/iati/iati-activities-schema.xsd"));
        return schemas;
    }
}
