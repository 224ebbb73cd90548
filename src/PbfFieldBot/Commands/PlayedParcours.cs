using PbfFieldBot.Channels.Replay;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.Transcripts;

namespace PbfFieldBot.Commands;

/// <summary>Plays the written conversations beside the dialogs (ID/parcours/*.yaml), each on a database of its own; what goes otherwise than written becomes a problem with its line.</summary>
internal static class PlayedParcours
{
    private static readonly string[] AlwaysAnswered = ["confirm", "same_event", "other", "total", "women", "men", "youth"];

    /// <summary>Plays all of them; returns how many there are.</summary>
    public static async Task<int> PlayAsync(IReadOnlyDictionary<string, string> files, DialogCatalog catalog, Findings findings, CancellationToken stop)
    {
        var names = files.Keys.Where(IsParcours).Order(StringComparer.Ordinal).ToList();
        var questions = catalog.Dialogs.SelectMany(d => d.Questions).SelectMany(Answerable).Concat(AlwaysAnswered).ToHashSet(StringComparer.Ordinal);
        foreach (var name in names)
            if (TranscriptReader.Read(name, files[name], findings) is { } transcript && Checked(transcript, questions, findings))
                await PlayAsync(transcript, catalog, findings, stop);
        return names.Count;
    }

    private static bool IsParcours(string file) => file.Split('/') is [_, "parcours", _] && file.EndsWith(".yaml", StringComparison.Ordinal);

    private static IEnumerable<string> Answerable(Question question) =>
        question is HeadcountQuestion ? [question.Name, .. question.Source.Parts.Select(p => question.Name + "_" + p)] : [question.Name];

    private static bool Checked(Transcript transcript, HashSet<string> questions, Findings findings)
    {
        foreach (var line in transcript.Talk)
            foreach (var name in line.Answers.Keys.Where(n => !questions.Contains(n)))
                findings.Add(ProblemCodes.AnswerToNoQuestion, transcript.File, line.Line, 1, ("name", name));
        return findings.Problems.All(p => p.File != transcript.File);
    }

    private static async Task PlayAsync(Transcript transcript, DialogCatalog catalog, Findings findings, CancellationToken stop)
    {
        using var trial = new TrialFolder();
        using var database = await FieldDatabase.OpenAsync(trial.Database, stop);
        using var stage = new ReplayStage(database, catalog, Settings.Load(null).Zone);
        var played = await new TranscriptPlayer(stage).PlayAsync(transcript);
        foreach (var mishap in played.Mishaps)
            findings.Add(ProblemCodes.PlayedOtherwise, mishap.File, mishap.Line, 1, ("detail", mishap.Sentence));
        foreach (var open in played.Unanswered)
            findings.Add(ProblemCodes.LeftUnanswered, transcript.File, transcript.Talk.Last(l => l.From == open.From).Line, 1, ("person", open.From), ("question", open.Question));
    }
}
