using System.Globalization;
using System.Text;
using System.Xml;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Exports;

/// <summary>
/// An IATI activity, version 2.03: the project, its results and outputs, and for each indicator its base, the period so far and the period to the project's end. Values by sex
/// and age stand beside the total as further `actual` elements. The order of elements is the schema's. (IATI Standard, iatistandard.org)
/// </summary>
internal sealed class IatiFormat : IExportFormat
{
    private const string Output = "1";
    private const string Outcome = "2";
    private const string Unit = "1";
    private const string Percentage = "2";
    private const string OwnVocabulary = "99";
    private const string UnderWay = "2";
    private const string Closed = "4";
    private const string ActualStart = "2";
    private const string PlannedEnd = "3";
    private const string Accountable = "2";

    public string Extension => ".xml";

    public bool ListsReports => false;

    public async Task WriteAsync(ExportContent content, Stream to, CancellationToken stop)
    {
        await using var xml = XmlWriter.Create(to, new XmlWriterSettings { Async = true, Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineChars = "\n" });
        xml.WriteStartDocument();
        xml.WriteStartElement("iati-activities");
        xml.WriteAttributeString("version", "2.03");
        xml.WriteAttributeString("generated-datetime", content.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        WriteActivity(xml, content);
        xml.WriteEndElement();
        await xml.FlushAsync();
    }

    private static void WriteActivity(XmlWriter xml, ExportContent content)
    {
        var project = content.Framework.Project;
        var until = Until(content);
        xml.WriteStartElement("iati-activity");
        xml.WriteAttributeString("xml", "lang", null, "fr");
        xml.WriteElementString("iati-identifier", project.IatiIdentifier.Length > 0 ? project.IatiIdentifier : project.Number);
        xml.WriteStartElement("reporting-org");
        xml.WriteAttributeString("ref", project.ReportingOrganisation.Ref);
        xml.WriteAttributeString("type", project.ReportingOrganisation.Type);
        Narrative(xml, project.ReportingOrganisation.Name);
        xml.WriteEndElement();
        Told(xml, "title", project.Title);
        Told(xml, "description", AppPhrases.Text("export.iati.description", ("title", project.Title), ("number", project.Number)));
        xml.WriteStartElement("participating-org");
        if (project.ReportingOrganisation.Ref.Length > 0)
            xml.WriteAttributeString("ref", project.ReportingOrganisation.Ref);
        xml.WriteAttributeString("type", project.ReportingOrganisation.Type);
        xml.WriteAttributeString("role", Accountable);
        Narrative(xml, project.ReportingOrganisation.Name);
        xml.WriteEndElement();
        Empty(xml, "activity-status", ("code", until < project.End ? UnderWay : Closed));
        Empty(xml, "activity-date", ("iso-date", Day(project.Start)), ("type", ActualStart));
        Empty(xml, "activity-date", ("iso-date", Day(project.End)), ("type", PlannedEnd));
        var values = content.Whole.Values.ToDictionary(v => v.Code);
        foreach (var result in content.Framework.Results)
            WriteResult(xml, content.Framework, result, values, until);
        xml.WriteEndElement();
    }

    // Values are cumulative: the period so far ends on the day asked for, at most with the project.
    private static DateOnly Until(ExportContent content)
    {
        var day = content.Scope.AsOf ?? DateOnly.FromDateTime(content.At.DateTime);
        return day < content.Framework.Project.End ? day : content.Framework.Project.End;
    }

    private static void WriteResult(XmlWriter xml, ResultsFramework framework, Result result, Dictionary<string, IndicatorValue> values, DateOnly until)
    {
        var measured = framework.Indicators.Where(i => i.Parent == result.Name).ToList();
        if (measured.Count == 0)
            return;
        xml.WriteStartElement("result");
        xml.WriteAttributeString("type", result.Level is ResultLevel.Result ? Outcome : Output);
        xml.WriteAttributeString("aggregation-status", "false");
        Told(xml, "title", result.Name);
        Told(xml, "description", result.Label);
        foreach (var indicator in measured)
            WriteIndicator(xml, framework.Project, indicator, values[indicator.Code], until);
        xml.WriteEndElement();
    }

    private static void WriteIndicator(XmlWriter xml, Project project, Indicator indicator, IndicatorValue value, DateOnly until)
    {
        xml.WriteStartElement("indicator");
        xml.WriteAttributeString("measure", indicator.Unit is IndicatorUnit.Percent ? Percentage : Unit);
        xml.WriteAttributeString("ascending", "true");
        xml.WriteAttributeString("aggregation-status", "false");
        Told(xml, "title", indicator.Label);
        Empty(xml, "reference", ("vocabulary", OwnVocabulary), ("code", indicator.Code));
        Empty(xml, "baseline", ("year", project.Start.Year.ToString(CultureInfo.InvariantCulture)), ("iso-date", Day(project.Start)), ("value", Number(indicator.Baseline)));
        if (until < project.End)
        {
            Period(xml, project.Start, until, () => Milestone(xml, indicator), () => Actuals(xml, indicator, value));
            Period(xml, project.Start, project.End, () => Target(xml, indicator), () => { });
        }
        else
        {
            Period(xml, project.Start, project.End, () => Target(xml, indicator), () => Actuals(xml, indicator, value));
        }

        xml.WriteEndElement();
    }

    private static void Period(XmlWriter xml, DateOnly from, DateOnly to, Action target, Action actuals)
    {
        xml.WriteStartElement("period");
        Empty(xml, "period-start", ("iso-date", Day(from)));
        Empty(xml, "period-end", ("iso-date", Day(to)));
        target();
        actuals();
        xml.WriteEndElement();
    }

    // A milestone in words without a number has no place of its own: it is told with the target.
    private static void Milestone(XmlWriter xml, Indicator indicator)
    {
        if (indicator.Milestone.Number is { } number)
            Amount(xml, "target", number, IsBareNumber(indicator) ? null : indicator.Milestone.Text);
    }

    private static void Target(XmlWriter xml, Indicator indicator) => Amount(
        xml,
        "target",
        indicator.Target,
        indicator.Milestone is { Number: null, Text.Length: > 0 } milestone ? AppPhrases.Text("export.iati.milestone", ("text", milestone.Text)) : null);

    private static bool IsBareNumber(Indicator indicator) => indicator.Milestone.Text.All(c => char.IsAsciiDigit(c) || c is '%' or ' ' or ',' or '.' or '\u00a0');

    private static void Actuals(XmlWriter xml, Indicator indicator, IndicatorValue value)
    {
        Amount(xml, "actual", value.Value, value.Reason);
        if (!indicator.BySexAndAge)
            return;
        (string Name, string Value, decimal? Number)[] parts =
        [
            ("sex", "female", value.Women), ("sex", "male", value.Men), ("sex", "not stated", NotStated(value)), ("age", "under 35", value.Youth),
        ];
        foreach (var part in parts.Where(p => p.Number is not null))
            Amount(xml, "actual", part.Number!.Value, null, part.Name, part.Value);
    }

    private static decimal? NotStated(IndicatorValue value) => value is { Women: null, Men: null } || value.Value == (value.Women ?? 0) + (value.Men ?? 0) ? null : value.Value - (value.Women ?? 0) - (value.Men ?? 0);

    private static void Amount(XmlWriter xml, string element, decimal number, string? comment, string? dimension = null, string? part = null)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("value", Number(number));
        if (dimension is not null)
            Empty(xml, "dimension", ("name", dimension), ("value", part!));
        if (!string.IsNullOrEmpty(comment))
            Told(xml, "comment", comment);
        xml.WriteEndElement();
    }

    private static void Told(XmlWriter xml, string element, string text)
    {
        xml.WriteStartElement(element);
        Narrative(xml, text);
        xml.WriteEndElement();
    }

    private static void Narrative(XmlWriter xml, string text) => xml.WriteElementString("narrative", text);

    private static void Empty(XmlWriter xml, string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(element);
        foreach (var (name, value) in attributes)
            xml.WriteAttributeString(name, value);
        xml.WriteEndElement();
    }

    private static string Number(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
