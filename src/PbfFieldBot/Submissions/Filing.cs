using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Indicators;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Submissions;

/// <summary>A report that was filed: what to tell its author, and the messages to those who review it.</summary>
public sealed record Filed(Reply Answer, IReadOnlyList<OutgoingMessage> ToReviewers);

/// <summary>Files a confirmed report: number and receipt, first revision, what it adds to the indicators, and word to those who review it.</summary>
public sealed class Filing(Func<string, Dialog?> dialogs, Areas areas, IndicatorCells cells)
{
    /// <summary>Stores the report in the caller's transaction. <paramref name="sentAt"/> is the message's time in the project's zone.</summary>
    public async Task<Filed> FileAsync(FieldDb db, Reviewers reviewers, ConfirmedReport report, Author author, DateTimeOffset sentAt, DateTimeOffset now, CancellationToken stop)
    {
        var dialog = dialogs(report.DialogKey) ?? throw new InvalidOperationException("a report of an unknown dialog: " + report.DialogKey);
        var own = dialog.For is DialogAudience.Coordinators && author.Person.Role is not Role.Partner;
        var stored = Stored(report, author, sentAt, await NextNumberAsync(db, stop));
        if (own || !dialog.ReviewRequired)
            (stored.Status, stored.ReviewedAt, stored.ReviewedBy) = (SubmissionStatus.Approved, now.UtcTicks, own ? author.Person.Id : null);
        db.Submissions.Add(stored);
        db.Revisions.Add(new SubmissionRevision { SubmissionId = stored.Id, Revision = 1, PersonId = author.Person.Id, At = stored.SentAt, Answers = stored.Answers, Why = "sent" });
        await db.SaveChangesAsync(stop);
        await cells.UpdateAsync(db, stored, stop);
        var answer = AppPhrases.Text(own ? "submission.own" : dialog.ReviewRequired ? "submission.received" : "submission.counted", ("receipt", stored.Receipt));
        var told = await reviewers.OfAsync(stored.Area, author.Person.Area, stop);
        return new Filed(new Reply(answer), [.. Cards(dialog, report, stored, author, told, now)]);
    }

    private StoredSubmission Stored(ConfirmedReport report, Author author, DateTimeOffset sentAt, long number)
    {
        var submission = new Submission { Kind = report.Kind, Answers = report.Answers, SentOn = DateOnly.FromDateTime(sentAt.DateTime) };
        var place = submission.Area == Areas.National ? author.Person.Area : submission.Area;
        return new StoredSubmission
        {
            Id = number,
            Receipt = Receipt.For(areas.ReceiptPrefix(place), number),
            Kind = report.Kind,
            DialogKey = report.DialogKey,
            PersonId = author.Person.Id,
            OrganisationId = author.Organisation?.Id,
            Status = SubmissionStatus.Received,
            Day = submission.Day,
            Area = submission.Area,
            Answers = ConversationJson.Write(report.Answers),
            SentAt = sentAt.UtcTicks,
        };
    }

    // Inside the transaction nobody else gives out numbers; those of this batch may not be saved yet.
    private static async Task<long> NextNumberAsync(FieldDb db, CancellationToken stop)
    {
        var saved = await db.Submissions.MaxAsync(s => (long?)s.Id, stop) ?? 0;
        return Math.Max(saved, db.Submissions.Local.Select(s => s.Id).DefaultIfEmpty().Max()) + 1;
    }

    private static IEnumerable<OutgoingMessage> Cards(Dialog dialog, ConfirmedReport report, StoredSubmission stored, Author author, IReadOnlyList<Person> reviewers, DateTimeOffset now)
    {
        var waits = stored.Status is SubmissionStatus.Received;
        var text = AppPhrases.Text(
            waits ? "review.card" : "review.information",
            ("receipt", stored.Receipt),
            ("title", dialog.Title),
            ("author", author.Shown),
            ("recap", Recap.Text(dialog, report.Answers)));
        var card = waits ? new Reply(text, ReviewPress.Buttons(stored.Id)) : new Reply(text);
        var priority = dialog.ReviewRequired ? SendPriority.Review : SendPriority.Alert;
        return reviewers.Where(r => !r.Unreachable && (waits || r.Id != author.Person.Id)).Select(r => OutgoingMessage.To(r, card, priority, now));
    }
}
