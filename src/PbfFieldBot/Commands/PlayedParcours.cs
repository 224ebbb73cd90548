using System.Collections.Concurrent;
using PbfFieldBot.Channels.Replay;
using PbfFieldBot.Data;
using PbfFieldBot.Engine;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.Transcripts;
using PbfFieldBot.People;

namespace PbfFieldBot.Commands;

/// <summary>
/// Reads the written conversations beside the dialogs (ID/parcours/*.yaml) and, when nothing in the folder is wrong, plays each on a database of its own;
/// what goes otherwise than written becomes a problem with its line.
/// </summary>
internal static class PlayedParcours
{
    private static readonly string[] AlwaysAnswered = ["confirm", "same_event", "other", "total", "women", "men", "youth"];

    /// <summary>Reads and plays all of them; returns how many there are.</summary>
    public static async Task<int> PlayAsync(IReadOnlyDictionary<string, string> files, DialogCatalog catalog, Findings findings, CancellationToken stop)
    {
        var names = files.Keys.Where(IsParcours).Order(StringComparer.Ordinal).ToList();
        var transcripts = names.Select(n => TranscriptReader.Read(n, files[n], findings)).OfType<Transcript>().ToList();
        foreach (var transcript in transcripts)
            Check(transcript, files[transcript.File], catalog, findings);
        if (!findings.Any)
            await PlayAsync(transcripts, catalog, findings, stop);
        return names.Count;
    }

    // Side by side: authors wait for this.
    private static async Task PlayAsync(IReadOnlyList<Transcript> transcripts, DialogCatalog catalog, Findings findings, CancellationToken stop)
    {
        var played = new ConcurrentBag<(Transcript, Played)>();
        await Parallel.ForEachAsync(transcripts, stop, async (transcript, stopped) => played.Add((transcript, await PlayAsync(transcript, catalog, stopped))));
        foreach (var (transcript, outcome) in played)
            Add(transcript, outcome, findings);
    }

    private static bool IsParcours(string file) => file.Split('/') is [_, "parcours", _] && file.EndsWith(".yaml", StringComparison.Ordinal);

    private static IEnumerable<string> Answerable(Question question) =>
        question is HeadcountQuestion ? [question.Name, .. question.Source.Parts.Select(p => question.Name + "_" + p)] : [question.Name];

    private static void Check(Transcript transcript, string text, DialogCatalog catalog, Findings findings)
    {
        var areas = new Areas(catalog.Places.Places);
        foreach (var person in transcript.People.Where(p => catalog.Places.All.Count > 0 && areas.Resolve(p.Area) is null))
            findings.Add(ProblemCodes.UnknownArea, transcript.File, person.Line, 1, ("area", person.Area));
        // What a broken dialog asks is not known.
        if (findings.Problems.Any(p => p.File.EndsWith("/dialogue.yaml", StringComparison.Ordinal)))
            return;
        var questions = catalog.Dialogs.SelectMany(d => d.Questions).SelectMany(Answerable).Concat(AlwaysAnswered).ToHashSet(StringComparer.Ordinal);
        foreach (var name in AnswerNames(text).Where(n => !questions.Contains(n.Value)))
            findings.Add(ProblemCodes.AnswerToNoQuestion, transcript.File, name, ("name", name.Value));
    }

    private static IEnumerable<YamlText> AnswerNames(string text) => (Yaml.Read(text) as YamlMap)?["talk"] is YamlList talk
        ? talk.Items.OfType<YamlMap>().Select(l => l["answers"]).OfType<YamlMap>().SelectMany(a => a.Entries.Select(e => e.Key))
        : [];

    private static async Task<Played> PlayAsync(Transcript transcript, DialogCatalog catalog, CancellationToken stop)
    {
        using var trial = new TrialFolder();
        using var database = await FieldDatabase.OpenAsync(trial.Database, stop);
        using var stage = new ReplayStage(database, catalog, Settings.Load(null).Zone);
        return await new TranscriptPlayer(stage).PlayAsync(transcript);
    }

    private static void Add(Transcript transcript, Played played, Findings findings)
    {
        foreach (var mishap in played.Mishaps)
            findings.Add(ProblemCodes.PlayedOtherwise, mishap.File, mishap.Line, 1, ("detail", mishap.Sentence));
        foreach (var open in played.Unanswered)
            findings.Add(ProblemCodes.LeftUnanswered, transcript.File, transcript.Talk.Last(l => l.From == open.From).Line, 1, ("person", open.From), ("question", open.Question));
    }
}
