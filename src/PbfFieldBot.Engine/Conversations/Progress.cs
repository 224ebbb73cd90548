using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Dialogs.Expressions;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Places;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Engine.Texts;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>What is asked next: a question, and the part of it when the rest is known.</summary>
internal sealed record NextQuestion(Question Question, string? Part);

/// <summary>Works out, from a dialog and the answers so far, what is relevant, what is allowed and what is asked next. Pure; one per turn.</summary>
internal sealed class Progress(Dialog dialog, Speaker speaker, DateTimeOffset at, PlaceNames places)
{
    public Dialog Dialog { get; } = dialog;

    /// <summary>Fills the defaults that now apply, then says what is asked next; null when nothing is.</summary>
    public (Conversation Conversation, NextQuestion? Next) Advance(Conversation conversation)
    {
        foreach (var question in Dialog.Questions.Where(q => q.IsAsked))
        {
            if (!IsRelevant(question, conversation))
                continue;
            if (!conversation.Answers.ContainsKey(question.Name) && !conversation.Passed.Contains(question.Name) && Proposed(question, conversation) is { } proposed)
                conversation = conversation with { Answers = conversation.Answers.SetItem(question.Name, proposed) };
            if (ToAsk(question, conversation) is { } next)
                return (conversation, next);
        }

        return (conversation, null);
    }

    /// <summary>True when the question's `relevant` holds (or it has none).</summary>
    public bool IsRelevant(Question question, Conversation conversation) =>
        question.Source.Relevant is not { } relevant || relevant.IsTrue(Scope(conversation));

    /// <summary>Reads an input as the answer to a question, its constraint included.</summary>
    public Reading Read(Question question, Input input, Conversation conversation)
    {
        var asked = conversation.Asking == question.Name;
        var reading = question.Read(input, new ReadingContext(Today, places, BotPhrases.File)
        {
            Own = speaker.Area,
            Outside = Dialog.Outside,
            Part = asked ? conversation.Part : null,
            KeptWords = asked ? conversation.KeptWords : null,
            Before = conversation.Answers.GetValueOrDefault(question.Name),
        });
        return reading is Accepted accepted ? Constrained(question, accepted, conversation) : reading;
    }

    /// <summary>True when a value may stand as the answer: the constraint holds.</summary>
    public bool Allows(Question question, AnswerValue value, Conversation conversation) => Constrained(question, new Accepted(value), conversation) is Accepted;

    /// <summary>What expressions see now: who reports, all answers, and what is calculated from them.</summary>
    public ExpressionScope Scope(Conversation conversation)
    {
        var variables = DialogVariables.Of(Dialog, conversation.Answers, speaker.OrganisationKind, speaker.Organisation, speaker.Area?.Name, at);
        return new ExpressionScope(variables, at) { ChoiceLabel = Dialog.ChoiceLabel };
    }

    private DateOnly Today => DateOnly.FromDateTime(at.DateTime);

    private static NextQuestion? ToAsk(Question question, Conversation conversation)
    {
        var wanted = !conversation.FromMessage || question.Source.Required || question.Source.Essential;
        if (conversation.Answers.TryGetValue(question.Name, out var value))
        {
            var part = question.MissingPart(value, p => conversation.Passed.Contains(question.Name + "." + p));
            var inTalk = !conversation.FromMessage || conversation.Trail.Contains(question.Name);
            return part is not null && (inTalk || question.Source.Essential) ? new NextQuestion(question, part) : null;
        }

        return wanted && !conversation.Passed.Contains(question.Name) ? new NextQuestion(question, null) : null;
    }

    private AnswerValue? Proposed(Question question, Conversation conversation)
    {
        if (question.Source.Default is not { } proposal)
            return null;
        var scope = Scope(conversation);
        var text = question is DateQuestion && proposal.Number(scope) is { } day ? OdkDates.Formatted((double)day, "%Y-%m-%d") : proposal.Text(scope);
        return text.Length > 0 && Read(question, new Message(text), conversation with { Asking = null }) is Accepted accepted ? accepted.Value : null;
    }

    private Reading Constrained(Question question, Accepted accepted, Conversation conversation)
    {
        if (question.Source.Constraint is not { } constraint)
            return accepted;
        var answers = conversation.Answers.SetItem(question.Name, accepted.Value);
        var scope = Scope(conversation with { Answers = answers });
        var current = question.Variables(accepted.Value).Where(v => v.Key == question.Name).Select(v => v.Value).FirstOrDefault();
        return constraint.IsTrue(scope with { Current = current })
            ? accepted
            : new Refused(RejectReasons.Constraint, FilledText.Of(question.Source.ConstraintMessage ?? BotPhrases.File.Text("reject.constraint"), Dialog, answers, () => scope.Variables));
    }
}
