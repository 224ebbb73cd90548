using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Places;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Texts;
using Command = System.CommandLine.Command;

namespace PbfFieldBot.Commands;

/// <summary>`understand count|date|place|report`: how the bot reads French, JSON Lines in, JSON Lines out, same order.</summary>
internal static class UnderstandCommand
{
    public static Command Create()
    {
        var command = new Command("understand", AppPhrases.Text("cli.understand.about"));
        command.Add(Form("count", (text, _, _) => Count(text), (text, _, _) => Explain.Count(text)));
        command.Add(Form("date", (text, reference, _) => Date(text, reference), (text, reference, _) => Explain.Date(text, reference)));
        command.Add(Form("place", (text, _, readers) => Place(readers.Places.Read(text)), (text, _, readers) => Explain.Place(text, readers.Places)));
        command.Add(Form("report", (text, reference, readers) => Report(readers.Messages.Read(text, reference)), (text, reference, readers) => readers.Messages.Explain(text, reference)));
        return command;
    }

    private sealed record Readers(PlaceNames Places, MessageReader Messages);

    private static Command Form(string name, Func<string, DateOnly, Readers, Dictionary<string, object?>> read, Func<string, DateOnly, Readers, IReadOnlyList<TracedWords>> explain)
    {
        var explained = new Option<bool>("--explain") { Description = AppPhrases.Text("cli.understand.explain") };
        var form = new Command(name, AppPhrases.Text("cli.understand." + name));
        form.Add(explained);
        form.SetAction(call =>
        {
            var places = new PlaceNames(DialogFolder.Open(Settings.Load(null).Dialogs).Places);
            return Run(Console.OpenStandardInput(), Console.OpenStandardOutput(), new Readers(places, new MessageReader(places)), call.GetValue(explained) ? Explained(read, explain) : read);
        });
        return form;
    }

    // The contract's answer with one key more.
    private static Func<string, DateOnly, Readers, Dictionary<string, object?>> Explained(Func<string, DateOnly, Readers, Dictionary<string, object?>> read, Func<string, DateOnly, Readers, IReadOnlyList<TracedWords>> explain) =>
        (text, reference, readers) => new(read(text, reference, readers))
        {
            ["explain"] = explain(text, reference, readers).Select(e => new Dictionary<string, object?> { ["words"] = e.Words, ["rule"] = e.Rule, ["value"] = e.Value }).ToList(),
        };

    private static int Run(Stream input, Stream output, Readers readers, Func<string, DateOnly, Readers, Dictionary<string, object?>> read)
    {
        using var lines = new StreamReader(input, Encoding.UTF8);
        using var answers = new JsonLines(output);
        var (number, refused) = (0, 0);
        while (lines.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                using var question = JsonDocument.Parse(line);
                var root = question.RootElement;
                var answer = new Dictionary<string, object?> { ["id"] = root.TryGetProperty("id", out var id) ? id.Clone() : null };
                foreach (var (key, value) in read(root.GetProperty("text").GetString() ?? "", Reference(root), readers))
                    answer[key] = value;
                answers.Write(answer);
            }
            catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                refused++;
                Console.Error.WriteLine(AppPhrases.Text("cli.understand.bad_line", ("line", number)));
            }
        }

        return refused == 0 ? 0 : 1;
    }

    private static DateOnly Reference(JsonElement root) => root.TryGetProperty("reference", out var reference) && reference.GetString() is { } text
        ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime);

    private static Dictionary<string, object?> Count(string text)
    {
        var reading = Headcounts.Read(text);
        return new()
        {
            ["total"] = reading.Count?.Total,
            ["women"] = reading.Count?.Women,
            ["men"] = reading.Count?.Men,
            ["youth"] = reading.Count?.Youth,
            ["approximate"] = reading.Count?.Approximate ?? false,
            ["reject"] = reading.Reject,
        };
    }

    private static Dictionary<string, object?> Date(string text, DateOnly reference)
    {
        var reading = FrenchDates.Read(text, reference);
        return new() { ["date"] = reading.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["reject"] = reading.Reject };
    }

    private static Dictionary<string, object?> Place(PlaceReading reading)
    {
        var answer = SlotJson.OfPlace(reading.Place ?? new Place(PlaceLevel.Outside, "", null, null, null));
        if (reading.Place is null)
            foreach (var key in answer.Keys)
                answer[key] = null;
        answer["candidates"] = reading.Candidates.Select(SlotJson.OfPlace).ToList();
        return answer;
    }

    private static Dictionary<string, object?> Report(MessageReading reading) => new()
    {
        ["reports"] = reading.Reports.Select(r => new Dictionary<string, object?>
        {
            ["kind"] = r.Kind,
            ["slots"] = SlotJson.Of(r.Slots),
            ["problems"] = r.Problems,
        }).ToList(),
        ["unread"] = reading.Unread,
    };
}
