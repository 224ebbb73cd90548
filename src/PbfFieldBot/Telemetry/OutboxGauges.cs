using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;

namespace PbfFieldBot.Telemetry;

/// <summary>How much waits to be sent, and for how long the oldest has been due: read from the database when they are collected, and by nothing else.</summary>
internal sealed class OutboxGauges : IDisposable
{
    private readonly FieldDatabase database;

    public OutboxGauges(FieldDatabase database, Meter meter)
    {
        this.database = database;
        meter.CreateObservableGauge("pbf.outbox.depth", () => Read(db => db.Outbox.LongCount()), "{message}", "Messages that wait to be sent.");
        meter.CreateObservableGauge("pbf.outbox.oldest", OldestSeconds, "s", "For how long the oldest unsent message has been due.");
    }

    public void Dispose() => GC.SuppressFinalize(this);

    private IEnumerable<Measurement<long>> OldestSeconds()
    {
        var now = TimeProvider.System.GetUtcNow().UtcTicks;
        return Read(db => db.Outbox.Where(m => m.DueAt <= now).Min(m => (long?)m.DueAt) is { } due ? (now - due) / TimeSpan.TicksPerSecond : 0);
    }

    // While the database is away there is no number.
    private IEnumerable<Measurement<long>> Read(Func<FieldDb, long> number)
    {
        try
        {
            using var db = database.NewContext();
            return [new Measurement<long>(number(db))];
        }
        catch (Exception error) when (DatabaseFault.Is(error))
        {
            return [];
        }
    }
}
