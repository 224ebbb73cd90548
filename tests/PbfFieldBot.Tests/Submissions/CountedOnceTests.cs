using System.Collections.Immutable;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.People;
using PbfFieldBot.Submissions;
using PbfFieldBot.TestKit;
using PbfFieldBot.Tests.Indicators;
using Xunit;

namespace PbfFieldBot.Tests.Submissions;

/// <summary>Whatever coordinators and authors do to reports, in any order, the figures equal those made anew, and an event counts once.</summary>
public sealed class CountedOnceTests
{
    private static readonly CancellationToken Stop = CancellationToken.None;
    private static readonly DateTimeOffset Now = new(2020, 11, 12, 9, 0, 0, TimeSpan.Zero);
    private static readonly Person Someone = new() { Id = 1, Name = "Aminata", Area = "ML05", Channel = "test" };

    private enum Deed
    {
        Approve,
        Reject,
        Return,
        Correct,
        Undo,
        Link,
        Part,
        Prefer,
    }

    private sealed record Done(Deed Deed, int One, int Other, int Total, int Day);

    private static readonly Gen<Done> ADeed =
        from deed in Gen.OneOf([.. Enum.GetValues<Deed>().Select(Gen.Const)])
        from one in Gen.Int[0, 5]
        from other in Gen.Int[0, 5]
        from total in Gen.Int[5, 40]
        from day in Gen.Int[1, 28]
        select new Done(deed, one, other, total, day);

    [Fact]
    public async Task FiguresEqualThoseFromScratchAndEachEventCountsOnceWhateverIsDone()
    {
        await ADeed.Array[1, 25].SampleAsync(async deeds =>
        {
            await using var ledger = await Ledger.OpenAsync();
            for (var i = 0; i < 6; i++)
                await FileAsync(ledger, i + 1, i % 2 == 0 ? "sondage" : "formation");
            foreach (var deed in deeds)
                await ledger.Database.WriteAsync(db => DoAsync(db, ledger, deed), Stop);
            Assert.Equal(await EventsAsync(ledger, "sondage"), (await ledger.ValueAsync("2.2.1")).Value);
            var cells = await ledger.CellsAsync();
            await ledger.RebuildAsync();
            Assert.Equal(cells, await ledger.CellsAsync());
        }, iter: 60, threads: 1);
    }

    // In plain words: reports that point to the same first one are one event; it counts when one of them was approved and not rejected since.
    private static async Task<decimal> EventsAsync(Ledger ledger, string kind)
    {
        await using var db = ledger.Database.NewContext();
        var all = await db.Submissions.AsNoTracking().Where(s => s.Kind == kind).ToListAsync(Stop);
        return all.GroupBy(s => s.SameAs ?? s.Id).Count(g => g.Any(s => s.Status is SubmissionStatus.Approved || s.KeptRevision is not null));
    }

    private static Task<int> FileAsync(Ledger ledger, long id, string kind) => ledger.Database.WriteAsync(async db =>
    {
        var submission = Ledger.New(id, kind, new DateOnly(2020, 3, 5), "ML0506", SubmissionStatus.Received, [Ledger.Headcount(15, 6), Ledger.Choice("audience", "comites")]);
        db.Submissions.Add(submission);
        db.Revisions.Add(new SubmissionRevision { SubmissionId = id, Revision = 1, PersonId = 1, Answers = submission.Answers, Why = Revisions.Sent });
        await db.SaveChangesAsync(Stop);
        await ledger.Cells.UpdateAsync(db, submission, Stop);
        return 0;
    }, Stop);

    private static async Task<int> DoAsync(FieldDb db, Ledger ledger, Done done)
    {
        var revisions = new Revisions(key => ShippedDialogs.All.FirstOrDefault(d => d.Key == key), ledger.Cells);
        var (reviews, duplicates) = (new Reviews(revisions, ledger.Cells), new Duplicates(key => ShippedDialogs.All.FirstOrDefault(d => d.Key == key), ledger.Cells));
        var all = await db.Submissions.OrderBy(s => s.Id).ToListAsync(Stop);
        var (one, other) = (all[done.One], all[done.Other]);
        switch (done.Deed)
        {
            case Deed.Approve:
                await reviews.ApproveAsync(db, one, Someone, Now, Stop);
                break;
            case Deed.Reject:
                await reviews.RejectAsync(db, one, Someone, Now, Stop);
                break;
            case Deed.Return:
                await reviews.ReturnAsync(db, one, Someone, "participants", null, Now, Stop);
                break;
            case Deed.Correct:
                await revisions.CorrectAsync(db, one, Corrected(one, done), Someone, Now, Stop);
                break;
            case Deed.Undo:
                await revisions.UndoAsync(db, one, Someone, Now, Stop);
                break;
            case Deed.Link when one.Kind == other.Kind:
                await duplicates.LinkAsync(db, one, other, Stop);
                break;
            case Deed.Part:
                await duplicates.PartAsync(db, one, Stop);
                break;
            case Deed.Prefer:
                await duplicates.PreferAsync(db, one, Stop);
                break;
        }

        return 0;
    }

    private static ConfirmedReport Corrected(StoredSubmission one, Done done)
    {
        var before = Revisions.AnswersOf(one.Answers);
        var after = before.SetItem("participants", Ledger.Headcount(done.Total, 5).Value).SetItem("date", new DateAnswer(new DateOnly(2020, 3, done.Day)));
        return new ConfirmedReport(one.Kind, one.DialogKey, after) { Corrects = new Correction(one.Id, one.Receipt, "corrected", before) };
    }
}
