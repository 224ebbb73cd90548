using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Intake;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Doctor;

/// <summary>Does each message get its answer, and does a faulty one hold up nobody?</summary>
internal static class MessageChecks
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>How much waits to be sent, and for how long.</summary>
    public static async Task<CheckResult> OutboxAsync(FieldDb db, DateTimeOffset now, CancellationToken stop)
    {
        var ticks = now.UtcTicks;
        var waiting = await db.Outbox.CountAsync(stop);
        var oldest = await db.Outbox.Where(m => m.DueAt <= ticks).MinAsync(m => (long?)m.DueAt, stop);
        var age = oldest is { } due ? TimeSpan.FromTicks(ticks - due) : TimeSpan.Zero;
        var state = age > LongestWait ? CheckState.Wrong : CheckState.Ok;
        var text = waiting == 0 ? AppPhrases.Text("doctor.outbox.none") : AppPhrases.File.Count("doctor.outbox." + (state is CheckState.Ok ? "ok" : "wrong"), waiting, ("minutes", (long)age.TotalMinutes));
        return new("I3", state, text, new Dictionary<string, object?> { ["outbox"] = waiting, ["oldest_unsent_seconds"] = (long)age.TotalSeconds });
    }

    /// <summary>What was set aside, and whether it can be opened on this machine.</summary>
    public static async Task<CheckResult> SetAsideAsync(FieldDb db, string keyFile, CancellationToken stop)
    {
        var (rows, key) = (await db.SetAsideUpdates.AsNoTracking().Select(u => u.Content).ToListAsync(stop), new ContentKey(keyFile));
        var closed = rows.Count(content => content is not null && key.Open(content) is null);
        var text = AppPhrases.File.Count("doctor.set_aside", rows.Count);
        if (closed > 0)
            text += " " + AppPhrases.File.Count("doctor.set_aside_elsewhere", closed, ("file", keyFile));
        return new("I5", rows.Count == 0 ? CheckState.Ok : CheckState.Look, text, new Dictionary<string, object?> { ["set_aside"] = rows.Count, ["sealed_with_another_key"] = closed });
    }
}
