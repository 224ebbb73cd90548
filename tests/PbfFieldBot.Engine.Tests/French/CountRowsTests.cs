using System.Text.Json;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;
using Xunit;

namespace PbfFieldBot.Engine.Tests.French;

/// <summary>Head counts as typed on a phone.</summary>
public sealed class CountRowsTests(ITestOutputHelper output)
{
    [Fact]
    public void TheRowsTunedOnAreAllRead() => ReadingRows.Reach(output, "counts-dev.jsonl", 1, IsRight);

    [Fact]
    public void TheRowsNeverTunedOnKeepTheirFigure() => ReadingRows.Reach(output, "counts-heldout.jsonl", 0.98, IsRight);

    // What is stated is read; what follows by arithmetic may be filled; nothing else is.
    private static bool IsRight(JsonElement row)
    {
        var (read, expected) = (Headcounts.Read(row.GetProperty("text").GetString()!).Count, row.GetProperty("expect"));
        if (expected.ValueKind == JsonValueKind.Null)
            return read is null;
        var stated = new Headcount(Number(expected, "total"), Number(expected, "women"), Number(expected, "men"), Number(expected, "youth"));
        var derived = stated.Derived();
        return read is not null && Same(stated.Total, derived.Total, read.Total) && Same(stated.Women, derived.Women, read.Women) && Same(stated.Men, derived.Men, read.Men) && Same(stated.Youth, derived.Youth, read.Youth);
    }

    private static bool Same(int? stated, int? derived, int? read) => stated is null ? read is null || read == derived || read == 0 : read == stated;

    private static int? Number(JsonElement row, string key) => row.TryGetProperty(key, out var number) ? number.GetInt32() : null;
}
