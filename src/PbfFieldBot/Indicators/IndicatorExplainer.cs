using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Engine.Indicators.Aggregations;
using PbfFieldBot.Engine.Places;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Submissions;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Indicators;

/// <summary>Traces one value back to the messages behind it.</summary>
public sealed class IndicatorExplainer(FieldDatabase database, ResultsFramework framework, IndicatorCells cells)
{
    /// <summary>Everything behind the indicator of that code, of one state of the database, by day; null when there is no such indicator.</summary>
    public async Task<Explanation?> ExplainAsync(string code, DateOnly? asOf = null, string? area = null, CancellationToken stop = default)
    {
        await using var db = database.NewContext();
        await using var snapshot = await Snapshot.OpenAsync(db, stop);
        return await ExplainAsync(db, code, asOf, area, stop);
    }

    /// <summary>As above, of the state that the context sees.</summary>
    internal async Task<Explanation?> ExplainAsync(FieldDb db, string code, DateOnly? asOf, string? area, CancellationToken stop)
    {
        if (framework.Find(code) is not { Counts: { } rule } indicator)
            return null;
        var value = await IndicatorQueries.ValueAsync(db, indicator, asOf, area, stop);
        var lines = (await LinesAsync(db, code, asOf ?? DateOnly.MaxValue, stop)).Where(l => IsWithin(l.Amount, area)).ToList();
        var approved = new Approved(indicator, lines);
        var counted = lines.Where(l => !l.Pending && approved.WhyNot(l) is null).ToList();
        return new Explanation(
            indicator,
            value,
            [.. counted.Select(l => l.Shown(l.Amount.Note))],
            [.. lines.Where(l => l.Pending && l.Amount.Part is not (Parts.Listed or Parts.Of)).Select(l => l.Shown(l.Amount.Note))],
            [.. lines.Where(l => l.Amount.Part == Parts.Listed || (!l.Pending && l.Amount.Part != Parts.Of && approved.WhyNot(l) is not null)).Select(l => l.Shown(approved.WhyNot(l)))
                .Concat(await RefusedAsync(db, code, rule, asOf ?? DateOnly.MaxValue, area, stop))]);
    }

    // Support may be declared at any place: only what is counted must lie in the area.
    private static bool IsWithin(Contribution amount, string? area) =>
        area is null or Place.NationalArea || amount.Part == Parts.Since || amount.Area.StartsWith(area, StringComparison.Ordinal);

    private static async Task<List<Line>> LinesAsync(FieldDb db, string code, DateOnly asOf, CancellationToken stop)
    {
        var rows = await (
            from c in db.Contributions.AsNoTracking()
            where c.Indicator == code && c.Part != Parts.Reason && c.Day <= asOf
            join s in db.Submissions on c.SubmissionId equals s.Id into submissions
            from s in submissions.DefaultIfEmpty()
            join o in db.Organisations on s.OrganisationId equals o.Id into organisations
            from o in organisations.DefaultIfEmpty()
            join r in db.Register on c.RegisterEntryId equals r.Id into entries
            from r in entries.DefaultIfEmpty()
            orderby c.Day, c.SubmissionId
            select new { Contribution = c, Submission = s, Organisation = o == null ? null : o.Name, Entry = r == null ? null : r.Name }).ToListAsync(stop);
        var confirming = (await db.Submissions.AsNoTracking().Where(s => s.SameAs != null && s.Status != SubmissionStatus.Rejected).Select(s => new { s.SameAs, s.Receipt }).ToListAsync(stop))
            .ToLookup(s => s.SameAs!.Value, s => s.Receipt);
        return [.. rows.Select(row => new Line(Amount(row.Contribution), row.Contribution.Pending, row.Submission, row.Organisation, row.Entry)
        {
            Confirming = row.Submission is { } s ? [.. confirming[s.SameAs ?? s.Id].Where(r => r != s.Receipt)] : [],
        })];
    }

    // What was rejected or sent back is not stored as a contribution, but people ask for it.
    private async Task<List<Behind>> RefusedAsync(FieldDb db, string code, CountingRule rule, DateOnly asOf, string? area, CancellationToken stop)
    {
        List<string> kinds = rule.Since is null ? [rule.Dialog] : [rule.Dialog, rule.Since.Dialog];
        var refused = await db.Submissions.AsNoTracking()
            .Where(s => kinds.Contains(s.Kind) && s.Day <= asOf && (s.Status == SubmissionStatus.Rejected || s.Status == SubmissionStatus.Returned))
            .OrderBy(s => s.Day).ThenBy(s => s.Id).ToListAsync(stop);
        List<Behind> found = [];
        foreach (var submission in refused)
        {
            var organisation = submission.OrganisationId is { } id ? (await db.Organisations.FindAsync([id], stop))?.Name : null;
            var note = AppPhrases.Text("status." + (submission.Status is SubmissionStatus.Rejected ? "rejected" : "returned"));
            foreach (var amount in (await cells.AnyStateAsync(db, submission, stop)).Where(a => a.Indicator == code && a.Part is not (Parts.Of or Parts.Reason) && IsWithin(a, area)))
                found.Add(new Line(amount, false, submission, organisation, null).Shown(note));
        }

        return found;
    }

    private static Contribution Amount(StoredContribution c) =>
        new(c.Indicator, c.Part, c.Day, c.Area, c.Key, (decimal)c.Value, c.Women, c.Men, c.Youth, c.Note);

    /// <summary>Which of the approved lines count; the aggregations say the same of groups of cells.</summary>
    private sealed class Approved
    {
        private readonly Indicator indicator;
        private readonly CountingRule rule;
        private readonly List<Line> main;
        private readonly Dictionary<string, DateOnly> support;
        private readonly HashSet<string> opened;

        public Approved(Indicator indicator, List<Line> lines)
        {
            (this.indicator, rule) = (indicator, indicator.Counts!);
            main = [.. lines.Where(l => l is { Pending: false, Amount.Part: Parts.Main })];
            support = lines.Where(l => l is { Pending: false, Amount.Part: Parts.Since })
                .GroupBy(l => l.Amount.Key).ToDictionary(g => g.Key, g => g.Min(l => l.Amount.Day), StringComparer.Ordinal);
            opened = rule.Aggregation is Distinct ? [.. main.Where(l => l.Amount.Day <= indicator.Opening.Date && IsSupported(l)).Select(l => l.Amount.Key)] : [];
        }

        /// <summary>Why an approved line does not count; null when it does.</summary>
        public string? WhyNot(Line line)
        {
            if (line.Amount.Part == Parts.Listed)
                return line.Amount.Note ?? "";
            if (line.Amount.Part == Parts.Main && !IsSupported(line))
                return AppPhrases.Text("indicators.not_supported");
            if (line.Amount.Part == Parts.Main && line.Amount.Day <= indicator.Opening.Date || opened.Contains(line.Amount.Key))
                return AppPhrases.Text("indicators.before_opening");
            if (line.Amount.Part == Parts.Since && !main.Any(l => l.Amount.Key == line.Amount.Key && IsSupported(l)))
                return AppPhrases.Text("indicators.nothing_since");
            if (rule.Aggregation.UnmetTakesPlace && main.Any(l => l.Amount.Key == line.Amount.Key && (l.Amount.Day, l.Order).CompareTo((line.Amount.Day, line.Order)) > 0))
                return AppPhrases.Text("indicators.replaced");
            return null;
        }

        private bool IsSupported(Line line) => rule.Since is null || (support.TryGetValue(line.Amount.Key, out var since) && line.Amount.Day >= since);
    }

    private sealed record Line(Contribution Amount, bool Pending, StoredSubmission? Submission, string? Organisation, string? Entry)
    {
        public long Order => Submission?.Id ?? 0;

        /// <summary>Receipts of reports that tell the same event and are not counted again.</summary>
        public IReadOnlyList<string> Confirming { get; init; } = [];

        public Behind Shown(string? note) => Submission is null
            ? new Behind(null, "", Amount.Day, null, Entry, Amount, AppPhrases.Text("indicators.declared")) { NoteWithoutNames = AppPhrases.Text("indicators.declared") }
            : new Behind(Submission.Receipt, Submission.Kind, Amount.Day, PlaceOf(Submission), Organisation, Amount, Notes(note, Submission.ToldBy))
            {
                NoteWithoutNames = Notes(note, null),
                Revision = Revision,
                Photos = [.. IndicatorSources.AnswersOf(Submission).Values.OfType<ImageAnswer>().Select(i => i.FileId)],
            };

        private int Revision => Submission is null ? 0 : Pending ? Submission.Revision : Submission.CountingRevision ?? Submission.Revision;

        // Which version counts, who told it, who confirms it.
        private string? Notes(string? note, string? toldBy)
        {
            List<string?> notes =
            [
                note,
                Revision > 1 ? AppPhrases.Text("indicators.revision", ("n", Revision)) : null,
                toldBy is null ? null : AppPhrases.Text("indicators.told_by", ("who", toldBy)),
                Confirming.Count > 0 ? AppPhrases.Text("indicators.confirmed_by", ("receipts", string.Join(", ", Confirming))) : null,
            ];
            return notes.TrueForAll(string.IsNullOrEmpty) ? null : string.Join(", ", notes.Where(n => !string.IsNullOrEmpty(n)));
        }

        private static string? PlaceOf(StoredSubmission submission) => IndicatorSources.AnswersOf(submission).GetValueOrDefault("place") is PlaceAnswer { Value: var place }
            ? place.Level is PlaceLevel.Commune ? $"{place.Name} ({place.Cercle})" : place.Name
            : null;
    }
}
