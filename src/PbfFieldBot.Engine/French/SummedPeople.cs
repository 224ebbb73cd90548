namespace PbfFieldBot.Engine.French;

/// <summary>Parts of a whole that are counted one by one: by place, by day, or simply added.</summary>
internal static class SummedPeople
{
    private static readonly HashSet<string> Frame = NumberWords.All.Group("frame");

    /// <summary>The people of "8 + 7 + 10" and "nous etions 20 + 13 pers"; null for anything else than an addition.</summary>
    public static StatedHeadcount? Added(Words words, IReadOnlyList<NumberSpan> numbers)
    {
        var parts = numbers.Count > 2 && words.At(numbers[^1].From - 1) == "=" ? numbers.SkipLast(1).ToList() : [.. numbers];
        if (parts.Count < 2 || numbers.Any(n => n.Malformed) || HeadcountGrammar.HasGroups(words, numbers) || !AreAdded(words, parts)
            || !Enumerable.Range(0, words.Count).All(i => words.At(i) is "+" or "=" or "." || numbers.Any(n => i >= n.From && i < n.To) || PeopleWords.Generic.Contains(words.At(i)) || Frame.Contains(words.At(i))))
            return null;
        var sum = parts.Sum(n => n.Bounded);
        var reject = sum > Limits.LargestNumber ? RejectReasons.TooLarge : parts.Count < numbers.Count && numbers[^1].Value != sum ? RejectReasons.SumMismatch : null;
        return new StatedHeadcount(reject is null ? (int)sum : null, null, null, null, numbers.Any(n => n.Approximate), new HashSet<int>(), reject);
    }

    /// <summary>The numbers without parts that a sum beside them holds: "Koro 30, Bankass 40, total 70 dont 33 femmes", "25 (8+7+10)".</summary>
    public static IReadOnlyList<NumberSpan> WithoutParts(Words words, IReadOnlyList<NumberSpan> numbers)
    {
        for (var n = 0; n < numbers.Count; n++)
        {
            if (n > 1 && IsSumAfter(words, numbers, n))
                return [.. numbers.Skip(n)];
            if (InBrackets(words, numbers, n) is > 1 and var parts)
                return [.. numbers.Take(n + 1), .. numbers.Skip(n + 1 + parts)];
        }

        return numbers;
    }

    private static bool AreAdded(Words words, List<NumberSpan> parts) => Enumerable.Range(1, parts.Count - 1).All(n => words.Text(parts[n - 1].To, parts[n].From) == "+");

    // "Koro: 30 personnes. Bankass: 40 personnes. Soit 70 personnes en tout": said to be the whole, and it is.
    private static bool IsSumAfter(Words words, IReadOnlyList<NumberSpan> numbers, int n) => numbers.Take(n).Sum(p => p.Bounded) == numbers[n].Value
        && (words.At(numbers[n].From - 1) is "tout" or "total" or "soit" or "=" or "fait" || PeopleWords.Total.Contains(BesideThings.LabelBefore(words, numbers[n])) || words.At(numbers[n].To) is "au" or "en" && words.At(numbers[n].To + 1) is "total" or "tout")
        && !NamesGroup(words, 0, numbers[n].From);

    // "85 participants (30, 28 et 27) dont 38 femmes": how many numbers in brackets make up the one before.
    private static int InBrackets(Words words, IReadOnlyList<NumberSpan> numbers, int n)
    {
        var next = n + 1;
        while (next < numbers.Count && (next == n + 1 ? words.At(numbers[next].From - 1) == "(" : words.Text(numbers[next - 1].To, numbers[next].From) is "," or "et" or "+" or "/"))
            next++;
        var parts = numbers.Skip(n + 1).Take(next - n - 1);
        return next > n + 1 && words.At(numbers[next - 1].To) == ")" && parts.Sum(p => p.Bounded) == numbers[n].Value && !NamesGroup(words, numbers[n].To, numbers[next - 1].To) ? next - n - 1 : 0;
    }

    private static bool NamesGroup(Words words, int from, int to) =>
        Enumerable.Range(from, to - from).Any(i => words.At(i) is "f" or "h" or "j" || words.At(i).Length > 2 && PeopleWords.Of(words.At(i)) is PeopleGroup.Women or PeopleGroup.Men or PeopleGroup.Youth);
}
