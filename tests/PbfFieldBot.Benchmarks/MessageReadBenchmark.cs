using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.French;
using PbfFieldBot.TestKit;

namespace PbfFieldBot.Benchmarks;

/// <summary>How many whole messages are read in a second on one core, and how long the slowest takes.</summary>
internal static class MessageReadBenchmark
{
    private const int Rounds = 60;
    private const int Tries = 20;
    private static readonly DateOnly Today = new(2022, 3, 3);

    public static void Run()
    {
        var reader = new MessageReader(new PlaceNames(ShippedDialogs.Catalog.Places));
        var texts = Repository.Text("tests/PbfFieldBot.Engine.Tests/testdata/messages.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => JsonDocument.Parse(l).RootElement.GetProperty("text").GetString()!).ToList();
        Read(reader, texts);
        Read(reader, texts);
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        Read(reader, texts);
        var perSecond = Rounds * texts.Count / watch.Elapsed.TotalSeconds;
        var perProcessorSecond = Rounds * texts.Count / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        var longest = string.Concat(Enumerable.Repeat("réunion comité régional hier à Mopti, 15 dont 6 femmes ", 75));
        var fastest = Enumerable.Range(0, Tries).Min(_ =>
        {
            watch.Restart();
            reader.Read(longest, Today);
            return watch.Elapsed.TotalMilliseconds;
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{perSecond:N0} messages a second of the clock, {perProcessorSecond:N0} a second of one processor; a message of {longest.Length} characters: {fastest:0.0} ms"));
    }

    private static void Read(MessageReader reader, List<string> texts)
    {
        for (var round = 0; round < Rounds; round++)
            foreach (var text in texts)
                reader.Read(text, Today);
    }
}
