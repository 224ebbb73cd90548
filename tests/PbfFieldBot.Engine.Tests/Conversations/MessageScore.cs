using System.Globalization;
using System.Text.Json;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.TestKit;

namespace PbfFieldBot.Engine.Tests.Conversations;

/// <summary>How well the rows of one file are read: the measures of the project's targets, each a share of 1.</summary>
/// <param name="NoReportsTaken">Messages that are no report and were taken for one.</param>
/// <param name="Filled">F1 over the slots.</param>
/// <param name="Inventions">Wrong numbers, dates and places, per stated slot.</param>
internal sealed record MessageScore(int Rows, int NoReportsTaken, double Kinds, double Filled, double Inventions, double Contradictions, double Pairs, double Whole, IReadOnlyList<string> Misses)
{
    private static readonly string[] Spans = ["theme", "radio_name", "organisation", "incident_kind"];
    private static readonly string[] Facts = ["participants_total", "women", "men", "youth", "broadcasts", "duration_minutes", "date", "place"];

    public static MessageScore Of(string file, MessageReader reader)
    {
        var tally = new Tally();
        foreach (var line in Repository.Text("tests/PbfFieldBot.Engine.Tests/testdata/" + file).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var row = JsonDocument.Parse(line);
            tally.Row(row.RootElement, reader);
        }

        return tally.Score();
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Rows} messages: kind {Kinds:P1}, slots F1 {Filled:0.000}, inventions {Inventions:P2}, no reports taken {NoReportsTaken}, contradictions {Contradictions:P0}, two as two {Pairs:P0}, whole {Whole:P1}");

    private sealed class Tally
    {
        private readonly List<string> misses = [];
        private int rows, taken, kinds, rightKinds, slots, right, missing, wrong, invented, contradictory, said, pairs, rightPairs, whole;

        public void Row(JsonElement row, MessageReader reader)
        {
            rows++;
            var text = row.GetProperty("text").GetString()!;
            var reports = reader.Read(text, DateOnly.ParseExact(row.GetProperty("reference").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)).Reports;
            var clean = row.TryGetProperty("expect_multiple", out var both) ? Pair(both, reports) : One(row, reports);
            whole += clean ? 1 : 0;
            if (!clean)
                misses.Add(row.GetProperty("id").GetString() + ": " + text);
        }

        public MessageScore Score() => new(rows, taken, Share(rightKinds, kinds), Share(2 * right, (2 * right) + missing + wrong), Share(invented, slots, 0), Share(said, contradictory), Share(rightPairs, pairs), Share(whole, rows), misses);

        private static double Share(int part, int all, double none = 1) => all == 0 ? none : (double)part / all;

        private bool Pair(JsonElement both, IReadOnlyList<ReportReading> reports)
        {
            var clean = reports.Count == both.GetArrayLength();
            pairs++;
            rightPairs += clean ? 1 : 0;
            var left = reports.ToList();
            foreach (var expected in both.EnumerateArray())
            {
                var found = left.Find(r => r.Kind == expected.GetProperty("kind").GetString());
                clean &= found is not null && left.Remove(found);
                clean &= Report(expected, found);
            }

            return clean;
        }

        private bool One(JsonElement row, IReadOnlyList<ReportReading> reports)
        {
            var expected = row.GetProperty("expect");
            if (expected.GetProperty("kind").GetString() is null)
            {
                taken += reports.Count > 0 ? 1 : 0;
                return reports.Count == 0;
            }

            var clean = Report(expected, reports is [var first, ..] ? first : null) & reports.Count == 1;
            if (!row.TryGetProperty("inconsistent", out _))
                return clean;
            contradictory++;
            said += reports.Any(r => r.Problems.Count > 0) ? 1 : 0;
            return clean;
        }

        private bool Report(JsonElement expected, ReportReading? found)
        {
            kinds++;
            var sameKind = found?.Kind == expected.GetProperty("kind").GetString();
            rightKinds += sameKind ? 1 : 0;
            var read = JsonSerializer.SerializeToElement(found is null ? [] : SlotJson.Of(found.Slots));
            var clean = sameKind;
            foreach (var slot in expected.GetProperty("slots").EnumerateObject())
                clean &= Slot(slot, read);
            foreach (var extra in read.EnumerateObject().Where(s => Facts.Contains(s.Name) && s.Value.ValueKind != JsonValueKind.Null && !expected.GetProperty("slots").TryGetProperty(s.Name, out _)))
                if (!(expected.TryGetProperty("derived", out var derived) && derived.TryGetProperty(extra.Name, out var follows) && follows.GetRawText() == extra.Value.GetRawText()))
                {
                    wrong++;
                    invented++;
                    clean = false;
                }

            return clean;
        }

        private bool Slot(JsonProperty wanted, JsonElement read)
        {
            slots++;
            if (!read.TryGetProperty(wanted.Name, out var value) || value.ValueKind == JsonValueKind.Null)
            {
                missing++;
                return false;
            }

            if (IsSame(wanted, value))
            {
                right++;
                return true;
            }

            missing++;
            wrong++;
            invented += Spans.Contains(wanted.Name) ? 0 : 1;
            return false;
        }

        private static bool IsSame(JsonProperty wanted, JsonElement value) => wanted.Name switch
        {
            "place" => Folding.Fold(value.GetProperty("name").GetString()!) == Folding.Fold(wanted.Value.GetString()!),
            "language" => value.EnumerateArray().Select(v => v.GetString()).ToHashSet().SetEquals(wanted.Value.EnumerateArray().Select(v => v.GetString())),
            "theme" or "radio_name" or "organisation" or "incident_kind" => Overlap(value.GetString()!, wanted.Value.GetString()!) >= 0.6,
            _ => value.ToString() == wanted.Value.ToString(),
        };

        private static double Overlap(string a, string b)
        {
            HashSet<string> Words(string text) => [.. Folding.Fold(text).Split(' ').Where(w => w is not ("le" or "la" or "les" or "l" or "de" or "des" or "du" or "d" or "un" or "une" or "et" or "a" or "au" or "aux" or "en" or "sur" or "pour" or "par" or "dans" or "radio" or "rd"))];
            var (left, right) = (Words(a), Words(b));
            return 2.0 * left.Intersect(right).Count() / Math.Max(1, left.Count + right.Count);
        }
    }
}
