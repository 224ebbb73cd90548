using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Places;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Indicators;
using PbfFieldBot.People;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Submissions;

/// <summary>
/// What a coordinator sees of the reports that wait: one message, edited as they come and go. The newest is open, or the one that the coordinator opened; the others are buttons.
/// </summary>
public sealed class ReviewBoard(Func<string, Dialog?> dialogs)
{
    /// <summary>The place in the chat that this message holds.</summary>
    public const string Slot = "reviews";

    private const int MostListed = 6;
    private const int MostCounted = 100;
    private const int ButtonCharacters = 40;

    /// <summary>The message as it stands; null when nothing waits.</summary>
    public async Task<Reply?> OfAsync(FieldDb db, Reviewers reviewers, Person coordinator, CancellationToken stop)
    {
        var desk = await db.ReviewDesks.FindAsync([coordinator.Id], stop);
        var waiting = await WaitingAsync(db, reviewers, coordinator, stop);
        if (waiting.Count == 0)
            return null;
        var open = waiting.Find(w => w.Id == desk?.Opened) ?? waiting[0];
        var card = await CardAsync(db, (await db.Submissions.FindAsync([open.Id], stop))!, stop);
        var others = waiting.FindAll(w => w.Id != open.Id).Take(MostListed)
            .Select(w => (IReadOnlyList<Button>)[ReportPress.Labelled(w.Id, ReportAct.Open, Short(w))]);
        var head = waiting.Count == 1 ? "" : waiting.Count > MostCounted
            ? AppPhrases.Text("review.waiting_over", ("n", MostCounted)) + "\n\n"
            : AppPhrases.File.Count("review.waiting", waiting.Count) + "\n\n";
        return new Reply(head + card.Text, [.. card.Rows, .. others]);
    }

    /// <summary>One report, with what may be decided on it now.</summary>
    public async Task<Reply> CardAsync(FieldDb db, StoredSubmission submission, CancellationToken stop)
    {
        var dialog = dialogs(submission.DialogKey);
        var author = await Author.OfAsync(db, submission, stop);
        var typist = submission.TypedBy is { } id ? (await db.People.FindAsync([id], stop))?.Name : null;
        var text = AppPhrases.Text(
            submission.Status is SubmissionStatus.Received ? "review.card" : "review.card_" + Word(submission.Status),
            ("receipt", submission.Receipt),
            ("title", dialog?.Title ?? submission.Kind),
            ("author", typist is null ? author.Shown : AppPhrases.Text("review.told_to", ("who", submission.ToldBy), ("author", author.Shown), ("coordinator", typist))),
            ("recap", dialog is null ? "" : Recap.Text(dialog, IndicatorSources.AnswersOf(submission))));
        List<string> lines = [text, .. await ChangesAsync(db, submission, dialog, stop)];
        var other = (submission.SameAs ?? submission.MaybeSameAs) is { } twin ? await db.Submissions.FindAsync([twin], stop) : null;
        if (other is not null)
            lines.Add(await OtherAsync(db, submission, other, stop));
        lines.AddRange((await Duplicates.ConfirmingAsync(db, submission, stop)).Select(s => AppPhrases.Text("review.confirmed_by", ("receipt", s.Receipt))));
        return new Reply(string.Join('\n', lines), [.. Rows(submission, IndicatorSources.AnswersOf(submission).Values.Any(a => a is ImageAnswer))]);
    }

    /// <summary>Which answer of a report is to be asked again?</summary>
    public Reply WhichAnswer(StoredSubmission submission)
    {
        var dialog = dialogs(submission.DialogKey) ?? throw new InvalidOperationException("the dialog of a report is lost: " + submission.DialogKey);
        var rows = dialog.Questions.Select((q, i) => (Question: q, Number: i + 1)).Where(q => q.Question.IsAsked)
            .Select(q => ReportPress.Labelled(submission.Id, ReportAct.AskAgain, q.Question.Title, q.Number)).Chunk(2).Select(IReadOnlyList<Button> (pair) => pair);
        return new Reply(
            AppPhrases.Text("review.choose", ("receipt", submission.Receipt), ("title", dialog.Title), ("recap", Recap.Text(dialog, IndicatorSources.AnswersOf(submission)))),
            [.. rows, [ReportPress.Button(submission.Id, ReportAct.Close, "review.back")]]);
    }

    /// <summary>With which words is that answer to be asked again?</summary>
    public Reply WhichWords(StoredSubmission submission, Author author, string question)
    {
        var asked = dialogs(submission.DialogKey)?.Find(question) ?? throw new InvalidOperationException("no such question: " + question);
        var shown = IndicatorSources.AnswersOf(submission).TryGetValue(question, out var value) ? asked.Show(value) : AppPhrases.Text("review.no_answer");
        return new Reply(
            AppPhrases.Text("review.write_words", ("receipt", submission.Receipt), ("title", asked.Title), ("answer", shown), ("author", author.Person.Name)),
            [[ReportPress.Button(submission.Id, ReportAct.WithoutWords, "review.without_words"), ReportPress.Button(submission.Id, ReportAct.Close, "review.back")]]);
    }

    private static string Word(SubmissionStatus status) => status.ToString().ToLowerInvariant();

    private static IEnumerable<IReadOnlyList<Button>> Rows(StoredSubmission s, bool hasPhoto)
    {
        if (s.Status is SubmissionStatus.Received or SubmissionStatus.Returned)
            yield return [ReportPress.Button(s.Id, ReportAct.Approve, "review.approve"), ReportPress.Button(s.Id, ReportAct.Return, "review.return"), ReportPress.Button(s.Id, ReportAct.Reject, "review.reject")];
        else if (s.Status is SubmissionStatus.Approved)
            yield return [ReportPress.Button(s.Id, ReportAct.Return, "review.return")];
        if (s.SameAs is not null)
            yield return [ReportPress.Button(s.Id, ReportAct.Prefer, "review.prefer"), ReportPress.Button(s.Id, ReportAct.Split, "review.split")];
        else if (s.MaybeSameAs is not null)
            yield return [ReportPress.Button(s.Id, ReportAct.Merge, "review.merge"), ReportPress.Button(s.Id, ReportAct.Split, "review.split")];
        if (hasPhoto)
            yield return [ReportPress.Button(s.Id, ReportAct.Photo, "review.photo")];
    }

    // A correction shows what it changes, not the whole again.
    private static async Task<IEnumerable<string>> ChangesAsync(FieldDb db, StoredSubmission submission, Dialog? dialog, CancellationToken stop)
    {
        if (submission.Revision == 1 || dialog is null || submission.Status is SubmissionStatus.Rejected)
            return [];
        var before = await Revisions.AnswersOfAsync(db, submission.Id, submission.KeptRevision ?? submission.Revision - 1, stop);
        var last = await db.Revisions.AsNoTracking().SingleAsync(r => r.SubmissionId == submission.Id && r.Revision == submission.Revision, stop);
        var changes = Recap.Replaced(dialog, before, IndicatorSources.AnswersOf(submission));
        return changes.Length == 0 ? [] : [AppPhrases.Text("review.why_" + last.Why, ("revision", submission.Revision), ("note", last.Note)), changes];
    }

    private static async Task<string> OtherAsync(FieldDb db, StoredSubmission submission, StoredSubmission other, CancellationToken stop)
    {
        var author = await Author.OfAsync(db, other, stop);
        return AppPhrases.Text(
            submission.SameAs is null ? "review.maybe_same" : "review.same", ("receipt", other.Receipt), ("author", author.Shown), ("there", Figures(other)), ("here", Figures(submission)));
    }

    private static string Figures(StoredSubmission submission) => IndicatorSources.AnswersOf(submission).Values.Select(v => v switch
    {
        HeadcountAnswer { Value: { Total: { } total, Women: { } women } } => AppPhrases.Text("review.figures_women", ("total", total), ("women", women)),
        HeadcountAnswer { Value.Total: { } total } => AppPhrases.Text("review.figures", ("total", total)),
        NumberAnswer number => number.Value.ToString("0.##", CultureInfo.GetCultureInfo("fr-FR")),
        _ => null,
    }).FirstOrDefault(f => f is not null) ?? AppPhrases.Text("review.no_answer");

    private string Short(WaitingReport waiting)
    {
        var title = dialogs(waiting.DialogKey)?.Title ?? waiting.Kind;
        var label = AppPhrases.Text("review.open", ("receipt", waiting.Receipt), ("title", title));
        return label.Length <= ButtonCharacters ? label : label[..(ButtonCharacters - 1)] + "\u2026";
    }

    // The newest first. Of more than can be counted on a glance the number is not told.
    private static async Task<List<WaitingReport>> WaitingAsync(FieldDb db, Reviewers reviewers, Person coordinator, CancellationToken stop)
    {
        var own = coordinator.Area == Place.NationalArea ? "" : coordinator.Area;
        var rows = await (
            from s in db.Submissions.AsNoTracking()
            where s.Status == SubmissionStatus.Received && (s.SameAs == null || s.Differs)
            join p in db.People on s.PersonId equals p.Id
            where s.Area.StartsWith(own) || p.Area.StartsWith(own)
            orderby s.Id descending
            select new { s.Id, s.Receipt, s.Kind, s.DialogKey, s.Area, AuthorsArea = p.Area }).Take(MostCounted + 1).ToListAsync(stop);
        List<WaitingReport> waiting = [];
        foreach (var row in rows)
            if (await reviewers.IsAmongAsync(coordinator, row.Area, row.AuthorsArea, stop))
                waiting.Add(new WaitingReport(row.Id, row.Receipt, row.Kind, row.DialogKey));
        return waiting;
    }

    private sealed record WaitingReport(long Id, string Receipt, string Kind, string DialogKey);
}
