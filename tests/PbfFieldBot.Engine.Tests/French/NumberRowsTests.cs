using System.Text.Json;
using PbfFieldBot.Engine.French;
using Xunit;

namespace PbfFieldBot.Engine.Tests.French;

/// <summary>Whole answers that are, or are not, one whole number.</summary>
public sealed class NumberRowsTests(ITestOutputHelper output)
{
    [Fact]
    public void TheRowsTunedOnAreAllRead() => ReadingRows.Reach(output, "numbers-dev.jsonl", 1, IsRight);

    [Fact]
    public void TheRowsNeverTunedOnReachTheTarget() => ReadingRows.Reach(output, "numbers-heldout.jsonl", 0.98, IsRight);

    private static bool IsRight(JsonElement row)
    {
        var (read, total) = (Headcounts.Read(row.GetProperty("text").GetString()!).Count, row.GetProperty("total"));
        return total.ValueKind == JsonValueKind.Null ? read is null : read?.Total == total.GetInt32();
    }
}
