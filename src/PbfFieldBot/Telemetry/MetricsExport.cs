using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using PbfFieldBot.Data;

namespace PbfFieldBot.Telemetry;

/// <summary>
/// Sends the numbers to the operator's collector by OTLP, only when one of OpenTelemetry's own variables names it; those variables also say how and how often. Without
/// them no code of the exporter is loaded and nothing is called.
/// </summary>
internal static class MetricsExport
{
    private static readonly string[] Endpoints = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    /// <summary>Exports until it is disposed; null when nobody collects.</summary>
    public static IDisposable? Start(FieldDatabase database)
    {
        var named = Endpoints.Where(key => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(key))).ToList();
        foreach (var key in named)
            if (SettingReader.WebAddress(Environment.GetEnvironmentVariable(key)!) is null)
                throw SettingReader.Refused(key, "settings.address");
        return named.Count == 0 ? null : Export(database);
    }

    // Apart, so that the exporter's assemblies are loaded only here.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Exported Export(FieldDatabase database)
    {
        var meter = new Meter(BotMetrics.MeterName);
        var outbox = new OutboxGauges(database, meter);
        var provider = Sdk.CreateMeterProviderBuilder().ConfigureResource(r => r.AddService("pbf-field-bot")).AddMeter(BotMetrics.MeterName, "System.Runtime").AddOtlpExporter().Build();
        return new Exported(provider, outbox, meter);
    }

    private sealed class Exported(MeterProvider provider, OutboxGauges outbox, Meter meter) : IDisposable
    {
        public void Dispose()
        {
            provider.Dispose();
            outbox.Dispose();
            meter.Dispose();
        }
    }
}
