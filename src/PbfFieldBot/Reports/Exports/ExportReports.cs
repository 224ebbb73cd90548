using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Submissions;

namespace PbfFieldBot.Reports.Exports;

/// <summary>Gives out the reports of a dialog one by one: their numbers are put in order once, the reports read a page at a time, so that memory hardly grows with them.</summary>
internal sealed class ExportReports(FieldDb db, IQueryable<ExportRow> rows, ExportScope scope, TimeZoneInfo zone)
{
    /// <summary>Alerts put people in danger: they leave the system by no export.</summary>
    public const string Alert = "alerte";

    private const int Page = 1000;
    private const double PointsPerDegree = 100;

    public static IQueryable<ExportRow> InScope(IQueryable<ExportRow> rows, ExportScope scope)
    {
        var left = rows.AsNoTracking().Where(s => s.Kind != Alert);
        if (scope.AsOf is { } last)
            left = left.Where(s => s.Day <= last);
        if (scope.SentFrom is { } from)
            left = left.Where(s => s.SentAt >= from);
        if (scope.SentUntil is { } until)
            left = left.Where(s => s.SentAt < until);
        return scope.Area is { } area ? left.Where(s => s.Area.StartsWith(area)) : left;
    }

    /// <summary>By day, then in the order of sending; with versions, the older ones of a report before its last.</summary>
    public async IAsyncEnumerable<ExportedSubmission> OfAsync(string kind, [EnumeratorCancellation] CancellationToken stop)
    {
        var ids = await InScope(rows, scope).Where(s => s.Kind == kind).OrderBy(s => s.Day).ThenBy(s => s.Id).Select(s => s.Id).ToListAsync(stop);
        foreach (var page in ids.Chunk(Page))
        {
            var found = await rows.AsNoTracking().Where(s => page.Contains(s.Id)).ToDictionaryAsync(s => s.Id, stop);
            var older = scope.Versions ? await OlderAsync(page, stop) : null;
            foreach (var row in page.Select(id => found[id]))
                if (older is null)
                    yield return Exported(row, row.SentAt);
                else
                    foreach (var revision in Versions(row, [.. older[row.Id]]))
                        yield return revision;
        }
    }

    private async Task<ILookup<long, SubmissionRevision>> OlderAsync(long[] page, CancellationToken stop)
    {
        var revisions = await db.Revisions.AsNoTracking().Where(r => page.Contains(r.SubmissionId)).OrderBy(r => r.SubmissionId).ThenBy(r => r.Revision).ToListAsync(stop);
        return revisions.ToLookup(r => r.SubmissionId);
    }

    // A revision before the one that counts was replaced by it; one after it waits or was sent back.
    private IEnumerable<ExportedSubmission> Versions(ExportRow row, List<SubmissionRevision> revisions)
    {
        foreach (var revision in revisions.Where(r => r.Revision < row.Revision))
            yield return Exported(row, revision.At) with { Revision = revision.Revision, Replaced = true, Answers = Said(revision.Answers) };
        yield return Exported(row, revisions.Find(r => r.Revision == row.Revision)?.At ?? row.SentAt);
        foreach (var revision in revisions.Where(r => r.Revision > row.Revision && r.Revision <= row.LastRevision))
            yield return Exported(row, revision.At) with { Revision = revision.Revision, Status = row.LastStatus, Replaced = revision.Revision < row.LastRevision, Answers = Said(revision.Answers) };
    }

    private ExportedSubmission Exported(ExportRow row, long at)
    {
        var said = Said(row.Answers);
        return new ExportedSubmission(
            row.Receipt,
            row.Revision,
            row.Status,
            false,
            row.Kind,
            row.Day,
            TimeZoneInfo.ConvertTime(new DateTimeOffset(at, TimeSpan.Zero), zone).DateTime,
            "P" + row.PersonId.ToString(CultureInfo.InvariantCulture),
            row.Organisation,
            row.OrganisationKind,
            row.Area,
            row.Confirms,
            said);
    }

    private static Dictionary<string, AnswerValue> Said(string answers) =>
        ConversationJson.Read<Dictionary<string, AnswerValue>>(answers).ToDictionary(a => a.Key, a => a.Value is GeopointAnswer point ? Rough(point) : a.Value);

    // An exact point can lead to a door.
    private static GeopointAnswer Rough(GeopointAnswer point) => new(Math.Round(point.Latitude * PointsPerDegree) / PointsPerDegree, Math.Round(point.Longitude * PointsPerDegree) / PointsPerDegree);
}
