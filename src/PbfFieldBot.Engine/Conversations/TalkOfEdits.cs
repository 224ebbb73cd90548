using System.Collections.Immutable;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>What happens when a person edits a message that was sent before: the draft follows; for a sent report a correction is offered.</summary>
internal sealed partial class Talk
{
    public Turn? Edited(string text)
    {
        if (state.Active is not { } active || !active.Heard.TryGetValue(message, out var name))
            return null;
        progress = new Progress(engine.DialogOf(active.DialogKey)!, speaker, at, engine.Places);
        if (name.Length == 0)
            return EditedWhole(active, text);
        if (Reread(active, name, text) is not { } value)
        {
            before.Add(Say.Text("sent.draft_not_read"));
            return ShowAgain(active);
        }

        before.Add(Noted(name, value));
        var changed = active with { Answers = active.Answers.SetItem(name, value) };
        return changed.State is ConversationState.Asking && changed.Asking != name || changed.State is ConversationState.Recap ? Next(changed) : ShowAgain(changed);
    }

    public Turn EditedSent(SentReport report, string question, string text)
    {
        var open = Opened(report, "edited") with { State = ConversationState.Changing };
        var answers = question.Length > 0
            ? Reread(open, question, text) is { } value ? open.Answers.SetItem(question, value) : null
            : ReadAgain(open, text);
        if (answers is null || !Correction.Differs(report.Answers, answers))
        {
            before.Add(Say.Text(answers is null ? "sent.edit_not_read" : "sent.edit_same", ("receipt", report.Receipt)));
            return Ended(state.Active, state.Turn, new Reply(string.Join('\n', before)));
        }

        return PutActiveAside(report) ? OfferCorrection(report, open with { Answers = answers }) : ShowAgain(state.Active!);
    }

    private Turn OfferCorrection(SentReport report, Conversation changed)
    {
        progress = new Progress(engine.DialogOf(report.DialogKey)!, speaker, at, engine.Places);
        return Next(changed);
    }

    // What was said in answer to questions stays; what the message says is read anew.
    private Turn EditedWhole(Conversation active, string text)
    {
        var reading = engine.Messages.Read(text, Today, speaker.Area);
        if (reading.Reports.Count == 0)
        {
            before.Add(Say.Text("sent.draft_not_read"));
            return ShowAgain(active);
        }

        if (reading.Reports[0].Kind != active.Kind)
            return BeginRead(reading);
        var anew = Prefilled(progress!.Dialog, reading.Reports[0], silently: true) with { Heard = active.Heard, Trail = active.Trail, Passed = active.Passed, ToldBy = active.ToldBy };
        foreach (var name in active.Trail.Where(active.Answers.ContainsKey))
            anew = anew with { Answers = anew.Answers.SetItem(name, active.Answers[name]) };
        before.Add(Say.Text("sent.draft_follows"));
        return Next(anew);
    }

    private AnswerValue? Reread(Conversation conversation, string name, string text)
    {
        switch (progress!.Dialog.Find(name) is { } question ? progress.Read(question, new Message(text), conversation with { Asking = name, Part = null }) : null)
        {
            case Accepted accepted:
                return accepted.Value;
            case Refused refused:
                before.Add(refused.Sentence);
                break;
        }

        return null;
    }

    private ImmutableDictionary<string, AnswerValue>? ReadAgain(Conversation open, string text)
    {
        var reading = engine.Messages.Read(text, Today, speaker.Area).Reports.FirstOrDefault(r => r.Kind == open.Kind);
        if (reading is null)
            return null;
        if (reading.Problems.FirstOrDefault(p => Say.Has("reject." + p)) is { } problem)
        {
            before.Add(Say.Text("reject." + problem));
            return null;
        }

        var stated = Prefilled(progress!.Dialog, reading, silently: true).Answers;
        return stated.Aggregate(open.Answers, (answers, one) => answers.SetItem(one.Key, one.Value));
    }

    private string Noted(string name, AnswerValue value) =>
        Say.Text("sent.noted", ("title", progress!.Dialog.Find(name)!.Title), ("answer", progress.Dialog.Find(name)!.Show(value)));
}
