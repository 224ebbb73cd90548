using System.Text.Json;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Engine.Tests.French;

/// <summary>Head counts as typed on a phone: a part to tune on, and a part that was written before and whose misses are never looked at.</summary>
public sealed class CountRowsTests(ITestOutputHelper output)
{
    [Fact]
    public void TheRowsTunedOnAreAllRead() => Reach("counts-dev.jsonl", 1, named: true);

    [Fact]
    public void TheRowsNeverTunedOnKeepTheirFigure() => Reach("counts-heldout.jsonl", 0.92, named: false);

    private void Reach(string file, double target, bool named)
    {
        var rows = Repository.Text("tests/PbfFieldBot.Engine.Tests/testdata/" + file).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var wrong = rows.Where(r => !IsRight(r)).ToList();
        output.WriteLine($"{rows.Length - wrong.Count} of {rows.Length} head counts read right");
        Assert.True(1 - ((double)wrong.Count / rows.Length) >= target, $"{rows.Length - wrong.Count} of {rows.Length}" + (named ? '\n' + string.Join('\n', wrong) : ""));
    }

    // What is stated is read; what follows by arithmetic may be filled; nothing else is.
    private static bool IsRight(string line)
    {
        using var row = JsonDocument.Parse(line);
        var (read, expected) = (Headcounts.Read(row.RootElement.GetProperty("text").GetString()!).Count, row.RootElement.GetProperty("expect"));
        if (expected.ValueKind == JsonValueKind.Null)
            return read is null;
        var stated = new Headcount(Number(expected, "total"), Number(expected, "women"), Number(expected, "men"), Number(expected, "youth"));
        var derived = stated.Derived();
        return read is not null && Same(stated.Total, derived.Total, read.Total) && Same(stated.Women, derived.Women, read.Women) && Same(stated.Men, derived.Men, read.Men) && Same(stated.Youth, derived.Youth, read.Youth);
    }

    private static bool Same(int? stated, int? derived, int? read) => stated is null ? read is null || read == derived || read == 0 : read == stated;

    private static int? Number(JsonElement row, string key) => row.TryGetProperty(key, out var number) ? number.GetInt32() : null;
}
