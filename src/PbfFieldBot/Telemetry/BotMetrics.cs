using System.Diagnostics;
using System.Diagnostics.Metrics;
using PbfFieldBot.Channels;

namespace PbfFieldBot.Telemetry;

/// <summary>What the bot counts about itself. Nobody's name, chat or words ever stand beside a number; when nobody collects, an instrument costs nothing.</summary>
internal static class BotMetrics
{
    public const string MeterName = "PbfFieldBot";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Updates = Meter.CreateCounter<long>("pbf.updates", "{update}", "Updates by what became of them: handled, seen_before, set_aside.");
    private static readonly Histogram<double> Handling = Meter.CreateHistogram<double>("pbf.intake.duration", "s", "From taking a batch of updates to its commit.");
    private static readonly Counter<long> Sends = Meter.CreateCounter<long>("pbf.sends", "{request}", "Attempts to send by their outcome.");
    private static readonly Counter<long> Errors = Meter.CreateCounter<long>("pbf.errors", "{error}", "Errors by the part of the program that logged them.");

    /// <summary>A batch was committed.</summary>
    /// <param name="began">What <see cref="Stopwatch.GetTimestamp"/> said when it was taken.</param>
    public static void Took(int handled, int seenBefore, int setAside, long began)
    {
        Updates.Add(handled, new KeyValuePair<string, object?>("outcome", "handled"));
        Updates.Add(seenBefore, new KeyValuePair<string, object?>("outcome", "seen_before"));
        Updates.Add(setAside, new KeyValuePair<string, object?>("outcome", "set_aside"));
        Handling.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    /// <summary>One attempt to send ended.</summary>
    public static void Sent(SendOutcome outcome) => Sends.Add(1, new KeyValuePair<string, object?>("outcome", outcome switch
    {
        Delivered => "delivered",
        TryLater { After: not null } => "told_to_wait",
        TryLater => "try_later",
        Unreachable => "unreachable",
        EditRefused => "edit_refused",
        GivenUp => "given_up",
        _ => "other",
    }));

    /// <summary>Something logged an error.</summary>
    public static void Failed(string part) => Errors.Add(1, new KeyValuePair<string, object?>("part", part));
}
