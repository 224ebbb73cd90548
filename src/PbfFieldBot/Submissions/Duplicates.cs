using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Engine.Places;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Indicators;
using PbfFieldBot.People;

namespace PbfFieldBot.Submissions;

/// <summary>Keeps an event counted once when several people tell it: finds the report that was there first, links and parts reports.</summary>
public sealed class Duplicates(Func<string, Dialog?> dialogs, IndicatorCells cells)
{
    private const int MostLookedAt = 200;

    private static readonly CompiledQuery<Func<FieldDb, string, string, DateOnly, DateOnly, IAsyncEnumerable<StoredSubmission>>> NearInTime = new(() => EF.CompileAsyncQuery((FieldDb db, string kind, string area, DateOnly from, DateOnly until) =>
        db.Submissions.AsNoTracking().Where(s => s.Kind == kind && s.Status != SubmissionStatus.Rejected && s.Area == area && s.Day >= from && s.Day <= until).OrderByDescending(s => s.Id).Take(MostLookedAt)));

    // What a person may see of somebody else's report.
    private static readonly string[] Shown = ["body", "audience", "radio_name", "date", "place", "participants", "theme"];

    /// <summary>The report that may tell the same event as one that is about to be sent; null when there is none. Looked for by kind, area and day: the cost does not grow with the season.</summary>
    public async Task<StoredSubmission?> FindAsync(FieldDb db, ConfirmedReport report, long personId, DateOnly sentOn, CancellationToken stop)
    {
        if (dialogs(report.DialogKey) is not { For: DialogAudience.Partners, ReviewRequired: true } dialog)
            return null;
        var told = new Submission { Kind = report.Kind, Answers = report.Answers, SentOn = sentOn };
        foreach (var near in await NearAsync(db, dialog, told, stop))
        {
            var answers = IndicatorSources.AnswersOf(near);
            var same = near.PersonId == personId && near.TypedBy is null
                ? SameEvent.IsRepeated(dialog, report.Answers, answers)
                : SameEvent.MayBe(dialog, answers, report.Answers);
            if (same)
                return near.SameAs is { } first ? await db.Submissions.FindAsync([first], stop) : near;
        }

        return null;
    }

    /// <summary>What the person who is asked may see of the other report: what, when, where, how many, for which organisation.</summary>
    public async Task<SimilarReport> ShownAsync(FieldDb db, StoredSubmission other, CancellationToken stop)
    {
        var answers = IndicatorSources.AnswersOf(other).Where(a => Shown.Contains(a.Key)).ToDictionary(a => a.Key, a => a.Value);
        var organisation = other.OrganisationId is { } id ? (await db.Organisations.FindAsync([id], stop))?.Name : null;
        var lines = dialogs(other.DialogKey) is { } dialog ? Recap.Text(dialog, answers) : "";
        return new SimilarReport(other.Id, organisation is null ? lines : lines + "\n" + Texts.AppPhrases.Text("review.of_organisation", ("organisation", organisation)));
    }

    /// <summary>Makes a report one that confirms another; both must be saved. Those that confirmed it go with it.</summary>
    public async Task LinkAsync(FieldDb db, StoredSubmission submission, StoredSubmission told, CancellationToken stop)
    {
        var first = told.SameAs is { } id ? await db.Submissions.FindAsync([id], stop) ?? told : told;
        if (first.Id == submission.Id)
            return;
        foreach (var one in (await IndicatorSources.SameEventAsync(db, submission, stop)).Where(s => s.Id == submission.Id || s.SameAs == submission.Id))
            Link(one, first);
        await db.SaveChangesAsync(stop);
        await cells.UpdateAsync(db, first, stop);
    }

    /// <summary>The report tells an event of its own after all; of those that confirmed it, the first takes its place.</summary>
    public async Task PartAsync(FieldDb db, StoredSubmission submission, CancellationToken stop)
    {
        var others = (await IndicatorSources.SameEventAsync(db, submission, stop)).Where(s => s.Id != submission.Id).OrderBy(s => s.SameAs is not null).ThenBy(s => s.Id).ToList();
        (submission.SameAs, submission.MaybeSameAs, submission.Differs) = (null, null, false);
        if (others.Count > 0)
            Lead(others[0], others);
        await db.SaveChangesAsync(stop);
        await cells.UpdateAsync(db, submission, stop);
        if (others.Count > 0)
            await cells.UpdateAsync(db, others[0], stop);
    }

    /// <summary>Of several tellings of one event, this one's figures count.</summary>
    public async Task PreferAsync(FieldDb db, StoredSubmission submission, CancellationToken stop)
    {
        var all = await IndicatorSources.SameEventAsync(db, submission, stop);
        Lead(submission, all);
        await db.SaveChangesAsync(stop);
        await cells.UpdateAsync(db, submission, stop);
    }

    /// <summary>After a correction: which tellings of the event differ now.</summary>
    public static async Task CompareAsync(FieldDb db, StoredSubmission submission, CancellationToken stop)
    {
        var all = await IndicatorSources.SameEventAsync(db, submission, stop);
        if (all.FirstOrDefault(s => s.SameAs is null) is not { } first)
            return;
        foreach (var one in all.Where(s => s.SameAs == first.Id))
            one.Differs = SameEvent.FiguresDiffer(IndicatorSources.AnswersOf(first), IndicatorSources.AnswersOf(one));
        await db.SaveChangesAsync(stop);
    }

    /// <summary>The reports that confirm this one.</summary>
    public static async Task<List<StoredSubmission>> ConfirmingAsync(FieldDb db, StoredSubmission submission, CancellationToken stop) =>
        await db.Submissions.Where(s => s.SameAs == submission.Id).OrderBy(s => s.Id).ToListAsync(stop);

    private static void Lead(StoredSubmission first, IEnumerable<StoredSubmission> all)
    {
        (first.SameAs, first.Differs) = (null, false);
        foreach (var one in all.Where(s => s.Id != first.Id))
            Link(one, first);
    }

    // What agrees with an approved report needs no review of its own.
    private static void Link(StoredSubmission one, StoredSubmission first)
    {
        (one.SameAs, one.MaybeSameAs) = (first.Id, null);
        one.Differs = SameEvent.FiguresDiffer(IndicatorSources.AnswersOf(first), IndicatorSources.AnswersOf(one));
        if (first.Status is SubmissionStatus.Approved && one is { Status: SubmissionStatus.Received, Differs: false })
            one.Status = SubmissionStatus.Approved;
    }

    private static async Task<List<StoredSubmission>> NearAsync(FieldDb db, Dialog dialog, Submission told, CancellationToken stop)
    {
        if (SameEvent.NamedBy(dialog) is not null)
        {
            var region = told.Area == Place.NationalArea ? told.Area : Areas.RegionOf(told.Area);
            return await db.Submissions.AsNoTracking().Where(s => s.Kind == told.Kind && s.Status != SubmissionStatus.Rejected && s.Area.StartsWith(region)).OrderByDescending(s => s.Id).Take(MostLookedAt).ToListAsync(stop);
        }

        var near = await NearInTime.For(db)(db, told.Kind, told.Area, told.Day.AddDays(-SameEvent.DaysApart), told.Day.AddDays(SameEvent.DaysApart)).ToListAsync(stop);
        return [.. near.OrderByDescending(s => s.Day == told.Day)];
    }
}
