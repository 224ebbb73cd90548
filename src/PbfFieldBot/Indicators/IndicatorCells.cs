using System.Runtime.CompilerServices;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.People;
using PbfFieldBot.Submissions;

namespace PbfFieldBot.Indicators;

/// <summary>Keeps contributions and day cells in step with submissions. A touched cell is made anew from its contributions, never added to.</summary>
/// <param name="dialogs">Every version of a dialog by its key: a submission is counted by the version it was made with.</param>
public sealed class IndicatorCells(ResultsFramework framework, Func<string, Dialog?> dialogs)
{
    /// <summary>Writes anew what one submission and those about the same event add, by their present answers and status; part of the caller's transaction, in which they are saved.</summary>
    public async Task UpdateAsync(FieldDb db, StoredSubmission submission, CancellationToken stop)
    {
        var sameEvent = await IndicatorSources.SameEventAsync(db, submission, stop);
        var tables = new CellTables(db);
        HashSet<CellId> touched = [];
        foreach (var one in sameEvent)
            touched.UnionWith(tables.RemoveOf(one.Id));
        foreach (var counted in CountedOnce.Of(sameEvent))
            touched.UnionWith(await AddAsync(db, tables, counted, stop));
        tables.Recompute(touched);
    }

    /// <summary>As <see cref="UpdateAsync(FieldDb, StoredSubmission, CancellationToken)"/>, for a submission that was stored this moment: nothing of it is there yet, and nobody confirms it.</summary>
    public async Task AddAsync(FieldDb db, StoredSubmission submission, CancellationToken stop)
    {
        var tables = new CellTables(db);
        HashSet<CellId> touched = [];
        foreach (var counted in CountedOnce.Of([submission]))
            touched.UnionWith(await AddAsync(db, tables, counted, stop));
        tables.Recompute(touched);
    }

    /// <summary>Writes what a register's entry adds that is declared as supported from the start; part of the caller's transaction, in which the entry is saved.</summary>
    public async Task UpdateAsync(FieldDb db, RegisterEntry entry, CancellationToken stop)
    {
        var tables = new CellTables(db);
        var touched = tables.RemoveOfEntry(entry.Id);
        foreach (var contribution in OfEntry(entry))
        {
            tables.Add(contribution, false, null, entry.Id);
            touched.Add(CellTables.CellOf(contribution, false));
        }

        tables.Recompute(touched);
    }

    /// <summary>Makes all contributions and cells anew from the submissions and the registers, in the caller's transaction. Returns how many submissions there were.</summary>
    public async Task<int> RebuildAsync(FieldDb db, IProgress<int>? progress, CancellationToken stop)
    {
        var tables = new CellTables(db);
        tables.Clear();
        var done = 0;
        var links = await IndicatorSources.LinksAsync(db, stop);
        await foreach (var submission in IndicatorSources.SubmissionsAsync(db, stop))
        {
            // Those that confirm another are taken with it.
            if (submission.SameAs is null)
                foreach (var counted in CountedOnce.Of([submission, .. links[submission.Id]]))
                    await AddAsync(db, tables, counted, stop);
            done++;
            progress?.Report(done);
        }

        foreach (var entry in await IndicatorSources.DeclaredAsync(db, stop))
            foreach (var contribution in OfEntry(entry))
                tables.Add(contribution, false, null, entry.Id);
        tables.ComputeAll();
        return done;
    }

    /// <summary>What all submissions and declared register entries add, read anew: the rows that <see cref="RebuildAsync"/> would write. The owner is a submission's number, or an entry's below zero.</summary>
    internal async IAsyncEnumerable<(long Owner, Contribution Contribution, bool Pending)> AllAsync(FieldDb db, [EnumeratorCancellation] CancellationToken stop)
    {
        var links = await IndicatorSources.LinksAsync(db, stop);
        await foreach (var submission in IndicatorSources.SubmissionsAsync(db, stop))
            foreach (var counted in submission.SameAs is null ? CountedOnce.Of([submission, .. links[submission.Id]]) : [])
                foreach (var contribution in await ContributionsAsync(db, counted, stop))
                    yield return (counted.Submission.Id, contribution, counted.Pending);
        foreach (var entry in await IndicatorSources.DeclaredAsync(db, stop))
            foreach (var contribution in OfEntry(entry))
                yield return (-entry.Id, contribution, false);
    }

    /// <summary>What a submission adds or would add, whatever its state; empty for a dialog that nobody knows any more.</summary>
    internal Task<IReadOnlyList<Contribution>> AnyStateAsync(FieldDb db, StoredSubmission submission, CancellationToken stop) => ContributionsAsync(db, submission, null, stop);

    private async Task<IReadOnlyList<Contribution>> ContributionsAsync(FieldDb db, StoredSubmission submission, IReadOnlyDictionary<string, AnswerValue>? answers, CancellationToken stop)
    {
        if (dialogs(submission.DialogKey) is not { } dialog)
            return [];
        var organisation = submission.OrganisationId is { } id ? await db.Organisations.FindAsync([id], stop) : null;
        return RollUp.Of(
            new Submission
            {
                Kind = submission.Kind,
                Answers = answers ?? IndicatorSources.AnswersOf(submission),
                OrganisationKind = organisation?.Kind,
                Organisation = organisation?.Name,
                SentOn = submission.Day,
            },
            dialog,
            framework);
    }

    private async Task<IReadOnlyList<Contribution>> ContributionsAsync(FieldDb db, CountedOnce counted, CancellationToken stop)
    {
        var answers = counted.Revision is { } revision ? await IndicatorSources.AnswersOfAsync(db, counted.Submission.Id, revision, stop) : null;
        return await ContributionsAsync(db, counted.Submission, answers, stop);
    }

    private async Task<List<CellId>> AddAsync(FieldDb db, CellTables tables, CountedOnce counted, CancellationToken stop)
    {
        List<CellId> touched = [];
        foreach (var contribution in await ContributionsAsync(db, counted, stop))
        {
            tables.Add(contribution, counted.Pending, counted.Submission.Id, null);
            touched.Add(CellTables.CellOf(contribution, counted.Pending));
        }

        return touched;
    }

    private IReadOnlyList<Contribution> OfEntry(RegisterEntry entry) =>
        entry.SupportedFromStart ? RollUp.OfDeclared(entry.Kind, entry.Key, entry.Area, framework) : [];
}
