using System.Text.Encodings.Web;
using System.Text.Json;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Indicators;

namespace PbfFieldBot.Reports.Exports;

/// <summary>For programs: project, indicators, areas, dialogs and reports, with the slots that `replay` and `understand` use.</summary>
internal sealed class JsonFormat : IExportFormat
{
    private const int FlushBytes = 1 << 16;
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Extension => ".json";

    public bool ListsReports => true;

    public async Task WriteAsync(ExportContent content, Stream to, CancellationToken stop)
    {
        await using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        WriteHead(json, content);
        json.WritePropertyName("indicators");
        IndicatorJson.Write(json, content.Framework, content.Whole.Values);
        WriteAreas(json, content);
        WriteDialogs(json, content);
        json.WriteStartArray("submissions");
        foreach (var kind in content.Kinds)
            await foreach (var report in content.SubmissionsAsync(kind.Id, stop))
            {
                WriteReport(json, report);
                if (json.BytesPending > FlushBytes)
                    await json.FlushAsync(stop);
            }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter json, ExportContent content)
    {
        var project = content.Framework.Project;
        json.WriteStartObject("project");
        json.WriteString("title", project.Title);
        json.WriteString("number", project.Number);
        json.WriteString("start", Day(project.Start));
        json.WriteString("end", Day(project.End));
        json.WriteEndObject();
        json.WriteString("at", content.At);
        json.WriteString("as_of", content.Scope.AsOf is { } day ? Day(day) : null);
        json.WriteString("area", content.Whole.Code);
        json.WriteString("snapshot", content.Snapshot);
    }

    private static void WriteAreas(Utf8JsonWriter json, ExportContent content)
    {
        json.WriteStartArray("areas");
        foreach (var area in content.Areas)
            foreach (var value in area.Values)
                JsonSerializer.Serialize(json, new { area = area.Code, name = area.Name, code = value.Code, value = value.Value, women = value.Women, men = value.Men, youth = value.Youth }, Plain);
        json.WriteEndArray();
    }

    private static void WriteDialogs(Utf8JsonWriter json, ExportContent content)
    {
        json.WriteStartArray("dialogs");
        foreach (var kind in content.Kinds)
            JsonSerializer.Serialize(
                json,
                new
                {
                    kind = kind.Id,
                    title = kind.Title,
                    slots = kind.Columns.Select(c => new { name = c.Name, title = c.Title, type = c.Type, label = c.Label, choices = c.Choices?.Choices.Select(o => new { name = o.Name, label = o.Label }) }),
                },
                Plain);
        json.WriteEndArray();
    }

    private static void WriteReport(Utf8JsonWriter json, ExportedSubmission report)
    {
        json.WriteStartObject();
        json.WriteString("receipt", report.Receipt);
        json.WriteString("kind", report.Kind);
        json.WriteString("status", report.State);
        json.WriteString("confirms", report.Confirms);
        json.WriteNumber("revision", report.Revision);
        json.WriteString("date", Day(report.Day));
        json.WriteString("sent", report.Sent);
        json.WriteString("by", report.By);
        json.WriteString("organisation", report.Organisation);
        json.WriteString("organisation_kind", report.OrganisationKind);
        json.WriteString("area", report.Area);
        json.WritePropertyName("slots");
        JsonSerializer.Serialize(json, SlotJson.Of(report.Answers), Plain);
        json.WriteEndObject();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
