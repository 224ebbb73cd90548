using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Channels.Replay;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Engine.Transcripts;
using PbfFieldBot.Texts;
using Command = System.CommandLine.Command;

namespace PbfFieldBot.Commands;

/// <summary>`replay FILE…`: plays written conversations through the real intake and prints what was said, then the submissions.</summary>
internal static class ReplayCommand
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var files = new Argument<string[]>("FICHIER") { Description = AppPhrases.Text("cli.replay.files"), Arity = ArgumentArity.OneOrMore };
        var file = CommonOptions.Database();
        var format = CommonOptions.Format("text", "json");
        var save = CommonOptions.SaveFiles();
        var command = new Command("replay", AppPhrases.Text("cli.replay.about")) { files, save, file, format };
        command.SetAction((line, stop) => RunAsync(line.GetValue(files)!, line.GetValue(file), line.GetValue(save), line.GetValue(format) == "json", stop));
        return command;
    }

    private static async Task<int> RunAsync(string[] files, string? file, string? save, bool json, CancellationToken stop)
    {
        var settings = Settings.Load(file);
        var transcripts = ReadAll(files);
        using var trial = file is null ? new TrialFolder() : null;
        using var database = await FieldDatabase.OpenAsync(trial?.Database ?? settings.Database, stop);
        using var stage = new ReplayStage(database, DialogFolder.Open(settings.Dialogs), settings.Zone);
        var (unanswered, mishaps) = (new List<Unanswered>(), new List<Mishap>());
        stage.Save = save;
        foreach (var transcript in transcripts)
        {
            stage.Folder = Path.GetDirectoryName(Path.GetFullPath(transcript.File))!;
            var played = await new TranscriptPlayer(stage).PlayAsync(transcript, m => Console.WriteLine(TranscriptText.Line(m)));
            unanswered.AddRange(played.Unanswered);
            mishaps.AddRange(played.Mishaps);
        }

        foreach (var mishap in mishaps)
            await Console.Error.WriteLineAsync(mishap.ToString());
        var submissions = await SubmissionsAsync(database, stop);
        Console.WriteLine(json ? JsonSerializer.Serialize(new { submissions, unanswered = unanswered.Select(u => new { from = u.From, kind = u.Kind, question = u.Question }) }, Json) : Table(submissions, unanswered));
        return mishaps.Count == 0 ? 0 : 1;
    }

    /// <summary>Reads written conversations; refuses with all problems when one is wrong.</summary>
    public static IReadOnlyList<Transcript> ReadAll(IEnumerable<string> files)
    {
        var findings = new Findings();
        var transcripts = new List<Transcript>();
        foreach (var file in files)
        {
            if (!File.Exists(file))
                throw new RefusedException(AppPhrases.Text("cli.replay.no_file", ("file", file)));
            if (TranscriptReader.Read(file, File.ReadAllText(file), findings) is { } transcript)
                transcripts.Add(transcript);
        }

        return findings.Any ? throw new RefusedException(string.Join('\n', findings.Problems)) : transcripts;
    }

    private sealed record SubmissionLine(string receipt, string kind, string by, string? organisation, string status, int revision, Dictionary<string, object?> slots, string? same_as, string? told_by);

    private static async Task<List<SubmissionLine>> SubmissionsAsync(FieldDatabase database, CancellationToken stop)
    {
        await using var db = database.NewContext();
        var names = await db.People.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Name, stop);
        var organisations = await db.Organisations.AsNoTracking().ToDictionaryAsync(o => o.Id, o => o.Name, stop);
        var rows = await db.Submissions.AsNoTracking().OrderBy(s => s.Id).ToListAsync(stop);
        var receipts = rows.ToDictionary(s => s.Id, s => s.Receipt);
        return [.. rows.Select(s => new SubmissionLine(
            s.Receipt,
            s.Kind,
            names[s.PersonId],
            s.OrganisationId is { } id ? organisations[id] : null,
            s.Status.ToString().ToLowerInvariant(),
            s.Revision,
            SlotJson.Of(ConversationJson.Read<Dictionary<string, AnswerValue>>(s.Answers)),
            s.SameAs is { } first ? receipts[first] : null,
            s.ToldBy))];
    }

    private static string Table(List<SubmissionLine> submissions, List<Unanswered> unanswered)
    {
        List<string> lines = ["", AppPhrases.File.Count("cli.replay.submissions", submissions.Count)];
        lines.AddRange(submissions.Select(s => $"  {s.receipt}  {s.kind}  {AppPhrases.Text("status." + s.status)}  {s.by}"));
        lines.AddRange(unanswered.Select(u => AppPhrases.Text("cli.replay.open", ("from", u.From), ("kind", u.Kind), ("question", u.Question))));
        return string.Join('\n', lines);
    }
}
