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

/// <summary>A report that was filed: what to tell its author, the messages to others, and whether it waits for review.</summary>
public sealed record Filed(Reply Answer, IReadOnlyList<OutgoingMessage> ToOthers, ReviewCase Case)
{
    /// <summary>True when coordinators are to see it among what waits: those that agree with a report that was there first go with that one.</summary>
    public bool Waits => Case.Submission is { Status: SubmissionStatus.Received } and ({ SameAs: null } or { Differs: true });
}

/// <summary>Files a confirmed report: number and receipt, first revision, what it adds to the indicators, and word to those who should know.</summary>
public sealed class Filing(Func<string, Dialog?> dialogs, Areas areas, IndicatorCells cells, Duplicates duplicates)
{
    /// <summary>Stores the report in the caller's transaction. <paramref name="sentAt"/> is the message's time in the project's zone.</summary>
    public async Task<Filed> FileAsync(FieldDb db, Reviewers reviewers, ConfirmedReport report, Author sender, DateTimeOffset sentAt, DateTimeOffset now, CancellationToken stop)
    {
        var dialog = dialogs(report.DialogKey) ?? throw new InvalidOperationException("a report of an unknown dialog: " + report.DialogKey);
        var own = dialog.For is DialogAudience.Coordinators && sender.Person.Role is not Role.Partner;
        var author = report.ToldBy is { } name ? await Teller.FindAsync(db, sender.Person, name, stop) : sender;
        var stored = Stored(report, author, sender.Person, sentAt, NextNumber(db));
        if (own || !dialog.ReviewRequired)
            (stored.Status, stored.ReviewedAt, stored.ReviewedBy) = (SubmissionStatus.Approved, own ? now.UtcTicks : null, own ? author.Person.Id : null);
        db.Prepared.Insert(stored);
        db.Prepared.Insert(new SubmissionRevision { SubmissionId = stored.Id, Revision = 1, PersonId = sender.Person.Id, At = stored.SentAt, Answers = stored.Answers, Why = Revisions.Sent });
        db.Attach(stored);
        var told = report.SameEvent is { IsSame: true, Submission: var first } ? await db.Submissions.FindAsync([first], stop) : null;
        if (told is not null)
            await duplicates.LinkAsync(db, stored, told, stop);
        else
            await cells.AddAsync(db, stored, stop);
        List<OutgoingMessage> others = [.. stored.Status is SubmissionStatus.Approved && told is null ? await CardsAsync(db, reviewers, dialog, report, stored, author, now, stop) : []];
        if (author.Person.Id != sender.Person.Id && author.IsThere)
            others.Add(OutgoingMessage.To(author.Person, new Reply(AppPhrases.Text("submission.typed_for_you", ("coordinator", sender.Person.Name), ("receipt", stored.Receipt), ("title", dialog.Title))), SendPriority.Answer, now));
        return new Filed(new Reply(Answer(stored, told, own, dialog)), others, new ReviewCase(stored, author));
    }

    /// <summary>A corrected alert goes to the coordinators again; nothing for other reports.</summary>
    public async Task<IEnumerable<OutgoingMessage>> AlertAgainAsync(FieldDb db, Reviewers reviewers, StoredSubmission stored, Author author, DateTimeOffset now, CancellationToken stop)
    {
        if (dialogs(stored.DialogKey) is not { ReviewRequired: false } dialog)
            return [];
        (stored.ReviewedAt, stored.ReviewedBy) = (null, null);
        return await CardsAsync(db, reviewers, dialog, new ConfirmedReport(stored.Kind, stored.DialogKey, Revisions.AnswersOf(stored.Answers)), stored, author, now, stop);
    }

    private static string Answer(StoredSubmission stored, StoredSubmission? told, bool own, Dialog dialog) => told is not null
        ? AppPhrases.Text(stored.Differs ? "submission.confirms_otherwise" : "submission.confirms", ("receipt", stored.Receipt), ("other", told.Receipt))
        : AppPhrases.Text(own ? "submission.own" : dialog.ReviewRequired ? "submission.received" : "submission.counted", ("receipt", stored.Receipt));

    private StoredSubmission Stored(ConfirmedReport report, Author author, Person sender, DateTimeOffset sentAt, long number)
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
            TypedBy = report.ToldBy is null ? null : sender.Id,
            ToldBy = report.ToldBy,
            MaybeSameAs = report.SameEvent is { IsSame: null, Submission: var maybe } ? maybe : null,
            Messages = report.Heard.Count == 0 ? null : ConversationJson.Write(report.Heard),
            Status = SubmissionStatus.Received,
            Day = submission.Day,
            Area = submission.Area,
            Answers = ConversationJson.Write(report.Answers),
            SentAt = sentAt.UtcTicks,
        };
    }

    // Inside the transaction nobody else gives out numbers, and each report is written as it is filed.
    private static long NextNumber(FieldDb db) => (db.Prepared.Scalar("SELECT MAX(\"Id\") FROM \"Submissions\"") as long? ?? 0) + 1;

    // What counts at once is no question to coordinators: they are told, and of an alert they say that it was read.
    private static async Task<IEnumerable<OutgoingMessage>> CardsAsync(
        FieldDb db, Reviewers reviewers, Dialog dialog, ConfirmedReport report, StoredSubmission stored, Author author, DateTimeOffset now, CancellationToken stop)
    {
        var text = AppPhrases.Text(
            dialog.ReviewRequired ? "review.information" : "review.alert", ("receipt", stored.Receipt), ("title", dialog.Title), ("author", author.Shown), ("recap", Recap.Text(dialog, report.Answers)));
        var card = dialog.ReviewRequired ? new Reply(text) : new Reply(text, [[ReportPress.Button(stored.Id, ReportAct.Seen, "review.seen")]]);
        var priority = dialog.ReviewRequired ? SendPriority.Review : SendPriority.Alert;
        var told = await reviewers.OfAsync(stored.Area, author.Person.Area, stop);
        return told.Where(r => !r.Unreachable && r.Id != author.Person.Id).Select(r => OutgoingMessage.To(r, card, priority, now));
    }
}
