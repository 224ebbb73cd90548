using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Channels;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Submissions;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Intake;

/// <summary>What people say and press about reports that they sent: the list, one of them, correcting it, taking a correction back, editing a message.</summary>
internal sealed class OwnReports(ConversationEngine engine, DialogCatalog catalog, Turns turns, Revisions revisions)
{
    private const int MostListed = 8;
    private const int MostLookedAt = 40;
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly HashSet<string> ListWords = WordsOf("own.words.list");
    private static readonly HashSet<string> UndoWords = WordsOf("own.words.undo");
    private static readonly HashSet<string> CorrectWords = WordsOf("own.words.correct");

    /// <summary>True when the words were about the person's sent reports.</summary>
    public async Task<bool> TakeWordsAsync(IntakeBatch batch, Known known, string text, ChannelUpdate update, CancellationToken stop)
    {
        var folded = Folding.Fold(text);
        if (ListWords.Contains(folded))
            await ListAsync(batch, known, stop);
        else if (UndoWords.Contains(folded) && known.State.Active?.Corrects is not null)
            await turns.TakeAsync(batch, known, engine.Take(known.State, new Press(known.State.Turn, nameof(Command.Cancel)), turns.SpeakerOf(known), turns.LocalTime(update)), update, stop);
        else if (UndoWords.Contains(folded))
            await UndoLastAsync(batch, known, update, stop);
        else if (CorrectWords.Contains(folded.Split(' ')[0]))
            return await CorrectAsync(batch, known, text, update, stop);
        else if (known.State.Active is null && Receipt.Find(text) is { } receipt && await FindAsync(batch, known, receipt, stop) is { } own && !engine.IsClearReport(text, DateOnly.FromDateTime(turns.LocalTime(update).DateTime)))
            batch.Say(known.Person, await CardAsync(batch, own, stop));
        else
            return false;
        return true;
    }

    /// <summary>Takes a press of the author on a sent report; anybody else learns nothing.</summary>
    public async Task TakePressAsync(IntakeBatch batch, Known known, ReportPress press, ChannelUpdate update, CancellationToken stop)
    {
        if (await batch.Db.Submissions.FindAsync([press.SubmissionId], stop) is not { } submission || !IsOwn(submission, known))
        {
            batch.Say(known.Person, new Reply(AppPhrases.Text("review.unknown")));
            return;
        }

        switch (press.Act)
        {
            case ReportAct.Correct:
                await BeginAsync(batch, known, submission, "", update, stop);
                break;
            case ReportAct.Undo when press.Argument == submission.Revision:
                await UndoAsync(batch, known, submission, update, stop);
                break;
            case ReportAct.Undo:
                batch.Say(known.Person, new Reply(AppPhrases.Text("own.nothing_to_undo")));
                break;
            case ReportAct.AnswerNow when submission.AskedAgain is not null:
                await turns.AskAgainAsync(batch, known, submission, update, stop);
                break;
            case ReportAct.AnswerNow:
                batch.Say(known.Person, new Reply(AppPhrases.Text("own.nothing_asked", ("receipt", submission.Receipt))));
                break;
            default:
                batch.Say(known.Person, await CardAsync(batch, submission, stop));
                break;
        }
    }

    /// <summary>The person edited a message: the draft follows, or a correction of the sent report is offered.</summary>
    public async Task TakeEditAsync(IntakeBatch batch, Known known, string text, ChannelUpdate update, CancellationToken stop)
    {
        var (speaker, at) = (turns.SpeakerOf(known), turns.LocalTime(update));
        if (engine.Edit(known.State, update.MessageId, text, speaker, at) is { } followed)
            await turns.TakeAsync(batch, known, followed, update, stop);
        else if (await OfMessageAsync(batch, known, update.MessageId, stop) is var (submission, question))
            await turns.TakeAsync(batch, known, engine.EditSent(known.State, Turns.SentReportOf(submission), question, text, speaker, at), update, stop);
        else
            batch.Say(known.Person, new Reply(AppPhrases.Text("intake.edited")));
    }

    private static HashSet<string> WordsOf(string key) => [.. AppPhrases.Text(key).Split(',').Select(Folding.Fold)];

    private static bool IsOwn(StoredSubmission submission, Known known) => submission.PersonId == known.Person.Id || submission.TypedBy == known.Person.Id;

    private static async Task<StoredSubmission?> FindAsync(IntakeBatch batch, Known known, string receipt, CancellationToken stop) =>
        await batch.Db.Submissions.FirstOrDefaultAsync(s => s.Receipt == receipt, stop) is { } found && IsOwn(found, known) ? found : null;

    // "corriger" alone changes the draft, when there is one.
    private async Task<bool> CorrectAsync(IntakeBatch batch, Known known, string text, ChannelUpdate update, CancellationToken stop)
    {
        var receipt = Receipt.Find(text);
        if (receipt is null && !Receipt.HasMistyped(text))
        {
            if (known.State.Active is not null || Folding.Fold(text).Split(' ').Length > 4)
                return false;
            await ListAsync(batch, known, stop);
            return true;
        }

        if (receipt is null)
        {
            List<StoredSubmission> near = [];
            foreach (var candidate in Receipt.Near(text))
                if (await FindAsync(batch, known, candidate, stop) is { } own)
                    near.Add(own);
            batch.Say(known.Person, new Reply(
                AppPhrases.Text(near.Count == 0 ? "own.mistyped" : "own.mistyped_near"),
                [.. near.Select(n => (IReadOnlyList<Button>)[ReportPress.Labelled(n.Id, ReportAct.Correct, n.Receipt)])]));
            return true;
        }

        if (await FindAsync(batch, known, receipt, stop) is { } submission)
            await BeginAsync(batch, known, submission, text, update, stop);
        else if (known.Person.Role is not Role.Partner)
            return false;
        else
            batch.Say(known.Person, new Reply(AppPhrases.Text("own.not_yours", ("receipt", receipt))));
        return true;
    }

    private Task BeginAsync(IntakeBatch batch, Known known, StoredSubmission submission, string words, ChannelUpdate update, CancellationToken stop) =>
        turns.TakeAsync(batch, known, engine.Correct(known.State, Turns.SentReportOf(submission), words, turns.SpeakerOf(known), turns.LocalTime(update)), update, stop);

    private async Task UndoLastAsync(IntakeBatch batch, Known known, ChannelUpdate update, CancellationToken stop)
    {
        var last = await (
            from s in batch.Db.Submissions.AsNoTracking()
            where s.PersonId == known.Person.Id && s.Revision > 1
            join r in batch.Db.Revisions on new { s.Id, s.Revision } equals new { Id = r.SubmissionId, r.Revision }
            orderby r.At descending
            select s.Id).Take(1).ToListAsync(stop);
        if (last.Count == 0)
            batch.Say(known.Person, new Reply(AppPhrases.Text("own.nothing_to_undo")));
        else
            await UndoAsync(batch, known, (await batch.Db.Submissions.FindAsync([last[0]], stop))!, update, stop);
    }

    private async Task UndoAsync(IntakeBatch batch, Known known, StoredSubmission submission, ChannelUpdate update, CancellationToken stop)
    {
        var area = submission.Area;
        if (await revisions.UndoAsync(batch.Db, submission, known.Person, turns.LocalTime(update), stop))
            await turns.ChangedAsync(batch, known, submission, area, "undone", stop);
        else
            batch.Say(known.Person, new Reply(AppPhrases.Text("own.nothing_to_undo")));
    }

    private async Task ListAsync(IntakeBatch batch, Known known, CancellationToken stop)
    {
        var own = await batch.Db.Submissions.AsNoTracking().Where(s => s.PersonId == known.Person.Id || s.TypedBy == known.Person.Id).OrderByDescending(s => s.Id).Take(MostListed + 1).ToListAsync(stop);
        if (own.Count == 0)
        {
            batch.Say(known.Person, new Reply(AppPhrases.Text("own.none")));
            return;
        }

        List<string> lines = [AppPhrases.Text("own.title")];
        foreach (var one in own.Take(MostListed))
            lines.Add(AppPhrases.Text("own.line", ("receipt", one.Receipt), ("title", turns.TitleOf(one)), ("day", one.Day.ToString("d MMM", French)), ("state", await StateAsync(batch, one, stop))));
        if (own.Count > MostListed)
            lines.Add(AppPhrases.Text("own.older"));
        batch.Say(known.Person, new Reply(
            string.Join('\n', lines),
            [.. own.Take(MostListed).Select(o => ReportPress.Labelled(o.Id, ReportAct.ShowOwn, o.Receipt)).Chunk(2)]));
    }

    private async Task<Reply> CardAsync(IntakeBatch batch, StoredSubmission submission, CancellationToken stop)
    {
        var dialog = catalog.Dialogs.FirstOrDefault(d => d.Key == submission.DialogKey) ?? catalog.Find(submission.Kind);
        List<string> lines =
        [
            AppPhrases.Text("own.card", ("receipt", submission.Receipt), ("title", turns.TitleOf(submission)), ("state", await StateAsync(batch, submission, stop))),
            dialog is null ? "" : Recap.Text(dialog, Revisions.AnswersOf(submission.Answers)),
        ];
        if (submission is { Status: SubmissionStatus.Rejected or SubmissionStatus.Returned, ReviewNote: { } words })
            lines.Add(AppPhrases.Text("own.words_of_reviewer", ("words", words)));
        var first = submission.AskedAgain is null
            ? ReportPress.Button(submission.Id, ReportAct.Correct, "own.correct")
            : ReportPress.Button(submission.Id, ReportAct.AnswerNow, "own.answer");
        var undo = submission.Revision > 1 ? [ReportPress.Button(submission.Id, ReportAct.Undo, "submission.undo", submission.Revision)] : Array.Empty<Button>();
        return new Reply(string.Join('\n', lines), [[first, .. undo]]);
    }

    // "valide, compte pour 2.2.2": the state and what it added.
    private static async Task<string> StateAsync(IntakeBatch batch, StoredSubmission submission, CancellationToken stop)
    {
        var state = AppPhrases.Text("status." + submission.Status.ToString().ToLowerInvariant());
        if (submission.SameAs is { } first && submission.Status is SubmissionStatus.Received or SubmissionStatus.Approved && await batch.Db.Submissions.FindAsync([first], stop) is { } told)
            return AppPhrases.Text("own.counted_with", ("state", state), ("receipt", told.Receipt));
        var codes = await batch.Db.Contributions.AsNoTracking()
            .Where(c => c.SubmissionId == submission.Id && !c.Pending && c.Part != Parts.Listed && c.Part != Parts.Reason).Select(c => c.Indicator).Distinct().OrderBy(c => c).ToListAsync(stop);
        return codes.Count == 0 ? state : AppPhrases.Text("own.counted_for", ("state", state), ("codes", string.Join(", ", codes)));
    }

    private static async Task<(StoredSubmission Submission, string Question)?> OfMessageAsync(IntakeBatch batch, Known known, long message, CancellationToken stop)
    {
        var recent = await batch.Db.Submissions.Where(s => (s.PersonId == known.Person.Id || s.TypedBy == known.Person.Id) && s.Messages != null).OrderByDescending(s => s.Id).Take(MostLookedAt).ToListAsync(stop);
        foreach (var submission in recent)
            if ((submission.TypedBy ?? submission.PersonId) == known.Person.Id && Revisions.HeardIn(submission).TryGetValue(message, out var question))
                return (submission, question);
        return null;
    }
}
