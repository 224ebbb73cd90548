using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Engine.Places;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Indicators;
using PbfFieldBot.People;
using PbfFieldBot.Submissions;

namespace PbfFieldBot.Reports.Exports;

/// <summary>Reads what an export says out of one state of the database: figures at once, reports a page at a time.</summary>
/// <param name="dialogs">Every version of a dialog by its key.</param>
internal sealed class ExportSource(FieldDb db, DialogCatalog catalog, Func<string, Dialog?> dialogs, TimeZoneInfo zone)
{
    // Alerts put people in danger: they leave the system by no export.
    private const string Alert = "alerte";
    private const int Page = 1000;
    private const double PointsPerDegree = 100;

    private readonly Dictionary<long, Organisation> organisations = db.Organisations.AsNoTracking().ToDictionary(o => o.Id);

    public async Task<ExportContent> ReadAsync(ExportScope scope, DateTimeOffset now, CancellationToken stop)
    {
        var areas = new Areas(catalog.Places.Places);
        List<AreaFigures> within = [];
        foreach (var place in Within(scope.Area))
            within.Add(new(place.PCode!, place.Name, await ValuesAsync(scope, place.PCode, stop)));
        return new ExportContent((kind, cancel) => SubmissionsAsync(scope, kind, cancel))
        {
            Framework = catalog.Framework,
            Scope = scope,
            At = TimeZoneInfo.ConvertTime(now, zone),
            Whole = new(scope.Area ?? Areas.National, scope.Area is null ? null : areas.NameOf(scope.Area), await ValuesAsync(scope, scope.Area, stop)),
            Areas = within,
            Kinds = await KindsAsync(scope, stop),
        };
    }

    // The regions of the project, or the cercles of one region.
    private IEnumerable<Place> Within(string? area) => area is null
        ? catalog.Places.Places.Where(p => p.Level is PlaceLevel.Region)
        : catalog.Places.Places.Where(p => p.Level is PlaceLevel.Cercle && p.PCode != area && p.PCode!.StartsWith(area, StringComparison.Ordinal));

    private async Task<IReadOnlyList<IndicatorValue>> ValuesAsync(ExportScope scope, string? area, CancellationToken stop)
    {
        List<IndicatorValue> values = [];
        foreach (var indicator in catalog.Framework.Indicators)
            values.Add(await IndicatorQueries.ValueAsync(db, indicator, scope.AsOf, area, stop));
        return values;
    }

    private async Task<IReadOnlyList<ExportedKind>> KindsAsync(ExportScope scope, CancellationToken stop)
    {
        var keys = await InScope(scope).Select(s => new { s.Kind, s.DialogKey }).Distinct().ToListAsync(stop);
        var order = catalog.Dialogs.Select(d => d.Id).ToList();
        return [.. keys.GroupBy(k => k.Kind, k => k.DialogKey)
            .OrderBy(g => order.IndexOf(g.Key) is >= 0 and var place ? place : order.Count).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => ExportedKind.Of(g.Key, [.. new[] { catalog.Find(g.Key) }.Concat(g.Order(StringComparer.Ordinal).Select(dialogs)).OfType<Dialog>().DistinctBy(d => d.Key)]))];
    }

    private async IAsyncEnumerable<ExportedSubmission> SubmissionsAsync(ExportScope scope, string kind, [EnumeratorCancellation] CancellationToken stop)
    {
        for (var (day, id) = (DateOnly.MinValue, 0L); ;)
        {
            var page = await InScope(scope).Where(s => s.Kind == kind && s.Day >= day && (s.Day > day || s.Id > id)).OrderBy(s => s.Day).ThenBy(s => s.Id).Take(Page).ToListAsync(stop);
            var older = scope.Versions ? await OlderAsync(page, stop) : Enumerable.Empty<SubmissionRevision>().ToLookup(r => r.SubmissionId);
            foreach (var submission in page)
            {
                foreach (var revision in older[submission.Id].Where(r => r.Revision < submission.Revision))
                    yield return Exported(submission, revision.Revision, true, revision.At, revision.Answers);
                yield return Exported(submission, submission.Revision, false, older[submission.Id].LastOrDefault()?.At ?? submission.SentAt, submission.Answers);
            }

            if (page.Count < Page)
                yield break;
            (day, id) = (page[^1].Day, page[^1].Id);
        }
    }

    private async Task<ILookup<long, SubmissionRevision>> OlderAsync(List<StoredSubmission> page, CancellationToken stop)
    {
        var ids = page.ConvertAll(s => s.Id);
        var revisions = await db.Revisions.AsNoTracking().Where(r => ids.Contains(r.SubmissionId)).OrderBy(r => r.SubmissionId).ThenBy(r => r.Revision).ToListAsync(stop);
        return revisions.ToLookup(r => r.SubmissionId);
    }

    private IQueryable<StoredSubmission> InScope(ExportScope scope)
    {
        var reports = db.Submissions.AsNoTracking().Where(s => s.Kind != Alert);
        if (scope.AsOf is { } last)
            reports = reports.Where(s => s.Day <= last);
        return scope.Area is { } area ? reports.Where(s => s.Area.StartsWith(area)) : reports;
    }

    private ExportedSubmission Exported(StoredSubmission submission, int revision, bool replaced, long at, string answers)
    {
        var said = ConversationJson.Read<Dictionary<string, AnswerValue>>(answers);
        var organisation = submission.OrganisationId is { } id ? organisations.GetValueOrDefault(id) : null;
        return new ExportedSubmission(
            submission.Receipt,
            revision,
            submission.Status,
            replaced,
            submission.Kind,
            replaced && said.GetValueOrDefault("date") is DateAnswer date ? date.Value : submission.Day,
            TimeZoneInfo.ConvertTime(new DateTimeOffset(at, TimeSpan.Zero), zone).DateTime,
            "P" + submission.PersonId.ToString(CultureInfo.InvariantCulture),
            organisation?.Name,
            organisation?.Kind,
            submission.Area,
            said.ToDictionary(a => a.Key, a => a.Value is GeopointAnswer point ? Rough(point) : a.Value));
    }

    // An exact point can lead to a door.
    private static GeopointAnswer Rough(GeopointAnswer point) => new(Math.Round(point.Latitude * PointsPerDegree) / PointsPerDegree, Math.Round(point.Longitude * PointsPerDegree) / PointsPerDegree);
}
