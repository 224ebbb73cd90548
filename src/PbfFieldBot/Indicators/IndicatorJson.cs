using System.Text.Encodings.Web;
using System.Text.Json;
using PbfFieldBot.Engine.Indicators;

namespace PbfFieldBot.Indicators;

/// <summary>The JSON of `indicators --format json` and of the exports: an array in report order.</summary>
internal static class IndicatorJson
{
    // ' and accents are for people's eyes too; nothing here is put into HTML.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static string Write(ResultsFramework framework, IReadOnlyList<IndicatorValue> values) =>
        JsonSerializer.Serialize(framework.Indicators.Zip(values, Line), Options);

    /// <summary>The same array as a part of a larger text.</summary>
    public static void Write(Utf8JsonWriter json, ResultsFramework framework, IReadOnlyList<IndicatorValue> values) =>
        JsonSerializer.Serialize(json, framework.Indicators.Zip(values, Line), Options);

    public static string UnitOf(IndicatorUnit unit) => unit switch
    {
        IndicatorUnit.Number => "nombre",
        IndicatorUnit.Percent => "pourcent",
        IndicatorUnit.YesNo => "oui_non",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, null),
    };

    private static IndicatorLine Line(Indicator indicator, IndicatorValue value) => new(
        indicator.Code,
        indicator.Label,
        indicator.Level is ResultLevel.Result ? "resultat" : "produit",
        indicator.Parent,
        Plain(indicator.Baseline),
        Plain(indicator.Target),
        indicator.Milestone.Text,
        Plain(value.Value),
        UnitOf(indicator.Unit),
        value.Women,
        value.Men,
        value.Youth,
        value.Display,
        Plain(value.Opening),
        Plain(value.Pending),
        value.Sources,
        value.Reason);

    // A decimal keeps the noughts that it was written with, and JSON shows them.
    private static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;

    private sealed record IndicatorLine(
        string Code,
        string Label,
        string Level,
        string Parent,
        decimal Baseline,
        decimal Target,
        string Milestone,
        decimal Value,
        string Unit,
        int? Women,
        int? Men,
        int? Youth,
        string Display,
        decimal Opening,
        decimal Pending,
        int Sources,
        string Reason);
}
