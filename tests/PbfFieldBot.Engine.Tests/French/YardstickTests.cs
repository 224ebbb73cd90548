using System.Globalization;
using System.Text.Json;
using PbfFieldBot.Engine.French;
using Xunit;

namespace PbfFieldBot.Engine.Tests.French;

/// <summary>Example rows of partners' French, where PBF_YARDSTICKS names the folder that holds them; elsewhere they are left out and say so.</summary>
public sealed class YardstickTests(ITestOutputHelper output)
{
    [Fact]
    public void NumbersAreRead() => Reach(0.99, "numbers-fr.jsonl", row => Headcounts.Read(Text(row)).Count is { } c && c.Total == row.GetProperty("value").GetInt64());

    [Fact]
    public void WhatIsNoNumberIsRefused() => Reach(0.98, "numbers-fr-reject.jsonl", row => Headcounts.Read(Text(row)).Count is null);

    [Fact]
    public void HeadcountsAreRead() => Reach(0.98, "counts-messy-fr.jsonl", row =>
        Headcounts.Read(Text(row)).Count is { } count && row.GetProperty("expect").EnumerateObject().All(e => e.Value.GetInt32() == e.Name switch
        {
            "total" => count.Total,
            "women" => count.Women,
            "men" => count.Men,
            _ => count.Youth,
        }));

    [Fact]
    public void DatesAreRead() => Reach(0.98, "dates-fr.jsonl", row =>
        FrenchDates.Read(Text(row), Day(row, "reference")).Date == Day(row, "date"));

    [Fact]
    public void WhatIsNoDayIsRefused() => Reach(0.97, "dates-fr-reject.jsonl", row => FrenchDates.Read(Text(row), Day(row, "reference")).Date is null);

    private static string Text(JsonElement row) => row.GetProperty("text").GetString()!;

    private static DateOnly Day(JsonElement row, string name) => DateOnly.ParseExact(row.GetProperty(name).GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Reach(double target, string file, Func<JsonElement, bool> isRight)
    {
        if (Environment.GetEnvironmentVariable("PBF_YARDSTICKS") is not { Length: > 0 } folder)
        {
            output.WriteLine("PBF_YARDSTICKS names no folder: left out.");
            return;
        }

        var rows = File.ReadLines(Path.Combine(folder, file)).Select(l => JsonDocument.Parse(l).RootElement).Where(r => !r.TryGetProperty("question", out _)).ToList();
        var wrong = rows.Where(r => !isRight(r)).Select(Text).ToList();
        Assert.True(1 - ((double)wrong.Count / rows.Count) >= target, $"{rows.Count - wrong.Count} of {rows.Count}; wrong: {string.Join(" | ", wrong)}");
    }
}
