using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>What happens when words correct an answer already given: "non, 46 participants", "c'etait lundi", "pas Koro, Bankass", "sujet : la paix".</summary>
internal sealed partial class Talk
{
    private const int WordsOfABareAnswer = 4;
    private static readonly HashSet<string> BeforeName = ["le", "la", "les", "l", "corriger", "changer", "modifier", "rectifier", "c", "est"];
    private static readonly HashSet<string> AfterName = [":", "=", "c", "est", "etait", "etaient", "sont", "cest", "cetait", "plutot", "en", "a"];

    /// <summary>On the recap: what the words state takes the place of what was understood, and the recap is shown again; null when they state nothing.</summary>
    private Turn? Amended(Conversation conversation, string text)
    {
        var begun = SelfCorrection.Begun(text);
        if (begun is null && OtherReport(conversation, new Message(text)) is not null)
            return null;
        var amendment = new Amendment(this, conversation, MeantIn(begun ?? text));
        amendment.Read(Changeable(conversation), bare: begun is not null || Words.Of(text).Count <= WordsOfABareAnswer);
        if (begun is not null && amendment.ToChoose is var (question, undecided))
            return Undecided(ConversationMachine.Move(conversation, ConversationTrigger.PickChange) with { Asking = question.Name }, undecided);
        before.AddRange(amendment.Sentences);
        if (amendment.Changes.Count == 0)
            return amendment.Sentences.Count > 0 ? ShowAgain(conversation) : null;
        before.Add(Say.Text("recap.corrected"));
        return Next(conversation with { Answers = conversation.Answers.SetItems(amendment.Changes) });
    }

    /// <summary>In the middle: "non pardon 16" corrects the answer before, and the question is asked again; null when it corrects nothing.</summary>
    private Turn? AmendedBefore(Conversation conversation, string text)
    {
        if (SelfCorrection.Begun(text) is not { } words || conversation.Trail.Count == 0 && conversation.Part is null)
            return null;
        var answered = progress!.Dialog.Questions.Where(q => conversation.Answers.ContainsKey(q.Name) && (q.Name != conversation.Asking || conversation.Part is not null)).ToList();
        var last = conversation.Part is not null ? conversation.Asking : conversation.Trail[^1];
        var bare = Asked(conversation) is not TextQuestion || words.Any(char.IsDigit);
        var amendment = new Amendment(this, conversation, words);
        amendment.Read(answered.FindAll(q => q.Name == last), bare);
        if (amendment.Changes.Count == 0)
            amendment.Read(answered, bare: false);
        if (amendment.Changes.Count == 0)
            return null;
        before.Add(Say.Text("recap.corrected") + "\n" + Recap.Text(progress.Dialog, amendment.Changes));
        return Next(conversation with { Answers = conversation.Answers.SetItems(amendment.Changes) });
    }

    private static string MeantIn(string text) => SelfCorrection.Meant(Words.Of(text)) is { Length: > 0 } meant ? meant : text;

    private ReportReading FactsIn(string text, string kind) => engine.Messages.Facts(text, kind, Today, speaker.Area);

    /// <summary>What a correction changes: new answers by question, or sentences that say why not.</summary>
    private sealed class Amendment(Talk talk, Conversation conversation, string text)
    {
        public Dictionary<string, AnswerValue> Changes { get; } = new(StringComparer.Ordinal);

        public List<string> Sentences { get; } = [];

        public (Question Question, Undecided Undecided)? ToChoose { get; private set; }

        public void Read(List<Question> questions, bool bare)
        {
            if (questions.Exists(Named))
                return;
            var facts = talk.FactsIn(text, conversation.Kind);
            foreach (var question in questions.Where(q => q is DateQuestion or PlaceQuestion or HeadcountQuestion or IntegerQuestion))
                if (facts.Slots.TryGetValue(question.Name, out var said))
                    Take(question, said);
            Sentences.AddRange(facts.Problems.Where(p => Say.Has("reject." + p)).Select(p => Say.Text("reject." + p)));
            if (!bare || Changes.Count > 0 || Sentences.Count > 0)
                return;
            foreach (var question in questions.Where(q => q is DateQuestion or HeadcountQuestion or PlaceQuestion))
                if (Changes.Count == 0)
                    Take(question, talk.progress!.Read(question, new Message(text), conversation with { Asking = null }));
        }

        // "sujet : la paix", "la date c'etait lundi".
        private bool Named(Question question)
        {
            var (words, title) = (Words.Of(text), Words.Of(question.Title));
            var at = 0;
            while (BeforeName.Contains(words.At(at)))
                at++;
            for (var i = 0; i < title.Count; i++)
                if (words.At(at + i) != title.At(i))
                    return false;
            var rest = at + title.Count;
            if (!AfterName.Contains(words.At(rest)))
                return false;
            while (AfterName.Contains(words.At(rest)))
                rest++;
            if (rest < words.Count)
                Take(question, talk.progress!.Read(question, new Message(words.Original(rest, words.Count)), conversation with { Asking = null }));
            return Changes.Count > 0 || ToChoose is not null;
        }

        private void Take(Question question, Reading reading)
        {
            if (reading is Accepted accepted)
                Take(question, accepted.Value);
            else if (reading is Undecided undecided)
                ToChoose ??= (question, undecided);
        }

        private void Take(Question question, AnswerValue said)
        {
            var value = said is HeadcountAnswer { Value: var count } && conversation.Answers.GetValueOrDefault(question.Name) is HeadcountAnswer known ? new HeadcountAnswer(known.Value.Amended(count)) : said;
            if (value is HeadcountAnswer { Value: var whole } && Headcounts.Contradiction(whole.Total, whole.Women, whole.Men, whole.Youth) is { } contradiction)
                Sentences.Add(Say.Text("reject." + contradiction));
            else if (talk.Fitting(question, value, conversation) is { } fitting)
                Changes[question.Name] = fitting;
        }
    }
}
