using System.Globalization;
using System.Text.Json;
using PbfFieldBot.Engine.French;
using Xunit;

namespace PbfFieldBot.Engine.Tests.French;

/// <summary>Whole answers that are, or are not, one past day.</summary>
public sealed class DateRowsTests(ITestOutputHelper output)
{
    [Fact]
    public void TheRowsTunedOnAreAllRead() => ReadingRows.Reach(output, "dates-dev.jsonl", 1, IsRight);

    [Fact]
    public void TheRowsNeverTunedOnReachTheTarget() => ReadingRows.Reach(output, "dates-heldout.jsonl", 0.97, IsRight);

    private static bool IsRight(JsonElement row)
    {
        var reference = DateOnly.ParseExact(row.GetProperty("reference").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return FrenchDates.Read(row.GetProperty("text").GetString()!, reference).Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == row.GetProperty("date").GetString();
    }
}
