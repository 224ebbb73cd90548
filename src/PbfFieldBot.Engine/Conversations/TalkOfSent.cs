using System.Collections.Immutable;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>What is said of reports that were sent: correcting one, answering a coordinator's question about one.</summary>
internal sealed partial class Talk
{
    public Turn Correct(SentReport report, string words)
    {
        if (!PutActiveAside(report))
            return ShowAgain(state.Active!);
        var conversation = Opened(report, "corrected") with { State = ConversationState.ChoosingChange };
        return QuestionNamed(conversation, words) is { } question ? Change(conversation, question) : ShowAgain(conversation);
    }

    public Turn AskAgain(SentReport report, string question, string words)
    {
        if (!PutActiveAside(report))
            return ShowAgain(state.Active!);
        var conversation = Opened(report, "answered") with { State = ConversationState.AskedAgain };
        before.Add(words);
        return Ask(Forgotten(conversation, question), new NextQuestion(progress!.Dialog.Find(question)!, null), ConversationTrigger.Ask);
    }

    /// <summary>"participants", "la date", "participants : combien de femmes ?".</summary>
    public Question? QuestionOf(SentReport report, string words) => QuestionNamed(Opened(report, ""), words.Split(':')[0]);

    // What is not answered stays so: a correction asks nothing but what it is about.
    private Conversation Opened(SentReport report, string why)
    {
        var dialog = engine.DialogOf(report.DialogKey) ?? throw new InvalidOperationException("the dialog of a sent report is lost: " + report.DialogKey);
        progress = new Progress(dialog, speaker, at, engine.Places);
        return new Conversation
        {
            Kind = report.Kind,
            DialogKey = report.DialogKey,
            Answers = report.Answers,
            FromMessage = true,
            Corrects = new Correction(report.Id, report.Receipt, why, report.Answers),
            Passed = [.. dialog.Questions.Where(q => q.IsAsked).SelectMany(q => Unsaid(q, report.Answers))],
        };
    }

    private static HashSet<string> Unsaid(Question question, ImmutableDictionary<string, AnswerValue> answers)
    {
        if (!answers.TryGetValue(question.Name, out var value))
            return question.Source.Required ? [] : [question.Name];
        HashSet<string> parts = [];
        while (question.MissingPart(value, p => parts.Contains(question.Name + "." + p)) is { } part && parts.Add(question.Name + "." + part))
        {
            // One part after another, until none is missing.
        }

        return parts;
    }

    // The conversation in the middle is kept for later; an earlier try to correct the same report is dropped.
    private bool PutActiveAside(SentReport report)
    {
        paused = paused.RemoveAll(p => p.Corrects?.Submission == report.Id);
        if (state.Active is not { } active || active.Corrects?.Submission == report.Id)
            return true;
        progress = new Progress(engine.DialogOf(active.DialogKey)!, speaker, at, engine.Places);
        if (paused.Count >= Limits.PausedConversations)
        {
            before.Add(Say.Text("talk.too_many_waiting", ("n", paused.Count)));
            return false;
        }

        paused = paused.Add(ConversationMachine.Move(active, ConversationTrigger.Pause));
        before.Add(Say.Text("sent.kept", ("title", progress.Dialog.Title)));
        return true;
    }

    private static bool IsChanged(Conversation conversation) => Correction.Differs(conversation.Corrects!.Before, conversation.Answers);

    private Turn Unchanged(Conversation conversation)
    {
        ConversationMachine.Move(ConversationMachine.Move(conversation, ConversationTrigger.Complete), ConversationTrigger.Cancel);
        return Ended(null, state.Turn, new Reply(Say.Text("sent.unchanged", ("receipt", conversation.Corrects!.Receipt))));
    }

    // A new answer can make another impossible (fewer participants than were trained before): that one is asked too.
    private NextQuestion? Contradicted(Conversation conversation) => conversation.Corrects is null
        ? null
        : progress!.Dialog.Questions
            .Where(q => q.IsAsked && conversation.Answers.ContainsKey(q.Name) && progress.IsRelevant(q, conversation) && !progress.Allows(q, conversation.Answers[q.Name], conversation))
            .Select(q => new NextQuestion(q, null)).FirstOrDefault();
}
