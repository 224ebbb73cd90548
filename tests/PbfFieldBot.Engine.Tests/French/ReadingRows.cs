using System.Text.Json;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Engine.Tests.French;

/// <summary>Answers as typed on a phone, with the reading of a careful person (testdata/*.jsonl): a part to tune on, and a part whose misses are never looked at.</summary>
internal static class ReadingRows
{
    /// <summary>Asserts that a share of a file's rows is read right; the misses are named only where tuning is allowed.</summary>
    public static void Reach(ITestOutputHelper output, string file, double target, Func<JsonElement, bool> isRight)
    {
        var rows = Repository.Text("tests/PbfFieldBot.Engine.Tests/testdata/" + file).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var wrong = rows.Where(r => !IsRight(r, isRight)).ToList();
        var figure = $"{rows.Length - wrong.Count} of {rows.Length} read right";
        output.WriteLine(figure);
        Assert.True(1 - ((double)wrong.Count / rows.Length) >= target, figure + (file.Contains("heldout", StringComparison.Ordinal) ? "" : '\n' + string.Join('\n', wrong)));
    }

    private static bool IsRight(string line, Func<JsonElement, bool> isRight)
    {
        using var row = JsonDocument.Parse(line);
        return isRight(row.RootElement);
    }
}
