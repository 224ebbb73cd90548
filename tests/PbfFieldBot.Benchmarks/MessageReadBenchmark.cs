using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PbfFieldBot.Engine;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.French;
using PbfFieldBot.TestKit;

namespace PbfFieldBot.Benchmarks;

/// <summary>How many whole messages are read in a second of one processor (all threads counted, collection of garbage too), and how long the slowest text takes.</summary>
internal static class MessageReadBenchmark
{
    private const int Warmings = 12;
    private const int Measures = 15;
    private const int Rounds = 20;
    private const int Tries = 20;

    // The compiler recompiles hot methods only when the program has started nothing new for a moment.
    private static readonly TimeSpan CompilerPause = TimeSpan.FromMilliseconds(250);

    private static readonly string[] Pieces =
    [
        "réunion comité régional hier à Mopti, 15 dont 6 femmes ", "formation ", "formation 15 pers. ", "12/6 ", "15 ", "15 femmes ", "15 femmes pardon 16 ", "à Mopti ", "à moptii ", "atelier sur la paix ", "radio 3 spots ", "le 12 et le 13 ", "atelier hier 5 pers; ", "lundi non mardi atelier ", "atelier pas Koro ", "a ", "\n", "é", "9", "f h j ",
    ];

    private static readonly DateOnly Today = new(2022, 3, 3);

    public static void Run()
    {
        var reader = new MessageReader(new PlaceNames(ShippedDialogs.Catalog.Places));
        var texts = Repository.Text("tests/PbfFieldBot.Engine.Tests/testdata/messages.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => JsonDocument.Parse(l).RootElement.GetProperty("text").GetString()!).ToList();
        for (var warming = 0; warming < Warmings; warming++)
        {
            Read(reader, texts);
            Thread.Sleep(CompilerPause);
        }

        var seconds = Enumerable.Range(0, Measures).Select(_ => ProcessorSeconds(() => Read(reader, texts))).Order().ToList();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        Read(reader, texts);
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (Rounds * texts.Count);
        var (slowest, piece) = Pieces.Select(p => (Milliseconds: Fastest(reader, string.Concat(Enumerable.Repeat(p, Limits.MessageCharacters / p.Length))), Piece: p)).Max();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Rounds * texts.Count / seconds[Measures / 2]:N0} messages a second of one processor (middle of {Measures} measures, best {Rounds * texts.Count / seconds[0]:N0}), {bytes:N0} bytes each"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the slowest text of {Limits.MessageCharacters} characters, \"{piece}\" again and again: {slowest:0.0} ms"));
    }

    private static double ProcessorSeconds(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static double Fastest(MessageReader reader, string text) => Enumerable.Range(0, Tries).Min(_ =>
    {
        var watch = Stopwatch.StartNew();
        reader.Read(text, Today);
        return watch.Elapsed.TotalMilliseconds;
    });

    private static void Read(MessageReader reader, List<string> texts)
    {
        for (var round = 0; round < Rounds; round++)
            foreach (var text in texts)
                reader.Read(text, Today);
    }
}
