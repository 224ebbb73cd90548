using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Texts;

namespace PbfFieldBot.Engine.Transcripts;

/// <summary>Plays a written conversation on a stage, line by line; answers by question name are given as the bot asks.</summary>
public sealed class TranscriptPlayer(ITranscriptStage stage)
{
    private const int MostAnswers = 80;
    private const string Approve = "approuver";
    private readonly List<PlayedMessage> messages = [];
    private readonly List<Unanswered> unanswered = [];
    private readonly List<Mishap> mishaps = [];

    private static PhraseFile Say => BotPhrases.File;

    /// <summary>Plays all lines; what goes wrong is told, and playing goes on.</summary>
    public async Task<Played> PlayAsync(Transcript transcript, Action<PlayedMessage>? told = null)
    {
        stage.MoveClock(transcript.Today);
        foreach (var person in transcript.People)
            await stage.EnrolAsync(person);
        stage.TakeShown();
        foreach (var line in transcript.Talk)
        {
            if (line.At is { } time)
                stage.MoveClock(time);
            var before = messages.Count;
            await PlayAsync(transcript, line);
            if (line.Expect is { } expected && !messages.Skip(before).Any(m => m.From is null && m.To == line.From && Folding.Fold(m.Text).Contains(Folding.Fold(expected), StringComparison.Ordinal)))
                mishaps.Add(new Mishap(transcript.File, line.Line, Say.Text("transcript.not_said", ("expected", expected), ("said", string.Join(" / ", messages.Skip(before).Where(m => m.From is null && m.To == line.From).Select(m => m.Text))))));
            foreach (var message in messages.Skip(before))
                told?.Invoke(message);
        }

        foreach (var person in transcript.People)
            if (await stage.AwaitedAsync(person.Id) is { } open)
                unanswered.Add(new Unanswered(person.Id, open.Kind, NameOf(open)));
        return new Played(messages, [.. unanswered.Distinct()], mishaps);
    }

    private async Task PlayAsync(Transcript transcript, TranscriptLine line)
    {
        if (line.Act is TranscriptAct.Taps)
            await TapAsync(transcript, line);
        else
            await DoAsync(line.From, line.Act, line.Text);
        if (line.Answers.Count > 0)
            await AnswerAsync(line);
    }

    private async Task TapAsync(Transcript transcript, TranscriptLine line)
    {
        messages.Add(new PlayedMessage(stage.Now, line.From, line.From, "[" + line.Text + "]", []));
        if (!await stage.TapAsync(line.From, line.Text) && !(Folding.Fold(line.Text) == Approve && await stage.HasNothingToApproveAsync(line.From)))
            mishaps.Add(new Mishap(transcript.File, line.Line, Say.Text("transcript.no_button", ("person", line.From), ("button", line.Text))));
        Collect();
    }

    private async Task DoAsync(string from, TranscriptAct act, string text)
    {
        messages.Add(new PlayedMessage(stage.Now, from, from, text, []));
        await stage.DoAsync(from, act, text);
        Collect();
    }

    private void Collect() => messages.AddRange(stage.TakeShown().Select(s => new PlayedMessage(s.At, null, s.To, s.Text, s.Buttons)));

    // Answers each question as it comes; one without an answer is passed when it may be, else the conversation stays open.
    private async Task AnswerAsync(TranscriptLine line)
    {
        var left = line.Answers.ToDictionary(a => a.Key, a => new Queue<string>(a.Value), StringComparer.Ordinal);
        for (var n = 0; n < MostAnswers && await stage.AwaitedAsync(line.From) is { } awaited; n++)
        {
            var answer = AnswerTo(awaited, left);
            if (answer is null && awaited is { State: ConversationState.Asking or ConversationState.Changing or ConversationState.SameEvent, MayPass: true })
                answer = Say.Text("buttons.pass");
            if (answer is null)
                return;
            await DoAsync(line.From, awaited.Question == "photo" && answer.Contains('.', StringComparison.Ordinal) ? TranscriptAct.Photo : TranscriptAct.Says, answer);
        }
    }

    private static string? AnswerTo(Awaited awaited, Dictionary<string, Queue<string>> left)
    {
        foreach (var name in Names(awaited))
            if (left.TryGetValue(name, out var answers) && answers.Count > 0)
                return answers.Dequeue();
        return awaited is { Question: HeadcountQuestion.Participants, Part: null } ? People(left) : null;
    }

    private static IEnumerable<string> Names(Awaited awaited) => awaited switch
    {
        { State: ConversationState.Recap } => ["confirm"],
        { State: ConversationState.OfferingOther } => ["other"],
        { State: ConversationState.SameEvent } => ["same_event"],
        { Part: { } part, Question: HeadcountQuestion.Participants } => [part],
        { Part: { } part } => [awaited.Question + "_" + part],
        { Question: { } question } => [question],
        _ => [],
    };

    // total, women, men, youth given one by one: said together when the whole is asked.
    private static string? People(Dictionary<string, Queue<string>> left)
    {
        List<string> said = [];
        foreach (var (name, word) in (ReadOnlySpan<(string, string)>)[("total", ""), ("men", "hommes")])
            if (left.TryGetValue(name, out var answers) && answers.Count > 0)
                said.Add((answers.Dequeue() + " " + word).Trim());
        if (said.Count == 2 || said.Count == 1 && said[0].EndsWith("hommes", StringComparison.Ordinal))
            foreach (var (name, word) in (ReadOnlySpan<(string, string)>)[("women", "femmes"), ("youth", "jeunes")])
                if (left.TryGetValue(name, out var answers) && answers.Count > 0)
                    said.Add(answers.Dequeue() + " " + word);
        return said.Count == 0 ? null : string.Join(", ", said);
    }

    private static string NameOf(Awaited open) => open.Part ?? open.Question ?? (open.State is ConversationState.Recap ? "confirm" : open.State is ConversationState.SameEvent ? "same_event" : open.State.ToString().ToLowerInvariant());
}
