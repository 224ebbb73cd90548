namespace PbfFieldBot.Engine.French;

/// <summary>Words of a text that name people: the group, the words they stand in (the last one not included), and whether they name the young of one sex ("jeunes filles").</summary>
internal sealed record PeopleLabel(PeopleGroup Group, int From, int To, bool Young = false);

/// <summary>Finds the words for people in a text: "femmes", "6F", "jeunes filles", "personnes de moins de 35 ans", "membres de sexe feminin".</summary>
internal static class PeopleLabels
{
    private static readonly HashSet<string> Joints = PeopleWords.Words.Group("joints");

    /// <summary>All labels in order; two words for the same people are one label.</summary>
    public static List<PeopleLabel> All(Words words, IReadOnlyList<NumberSpan> numbers)
    {
        var labels = new List<PeopleLabel>();
        for (var i = 0; i < words.Count; i++)
        {
            if (At(words, numbers, i) is not { } label)
                continue;
            if (labels.Count > 0 && IsOne(words, labels[^1], label, numbers))
            {
                label = label with { From = labels[^1].From, Young = labels[^1].Group == PeopleGroup.Youth && label.Group != PeopleGroup.Youth };
                labels.RemoveAt(labels.Count - 1);
            }

            labels.Add(label);
            i = label.To - 1;
        }

        Mixed(words, numbers, labels);
        MenBesideWomen(words, labels);
        return labels;
    }

    /// <summary>One letter is a group only beside a number: "6F", "F 6", "f : 6", "h/f".</summary>
    public static bool IsBesideNumber(Words words, IReadOnlyList<NumberSpan> numbers, int at)
    {
        if (Ends(numbers, at))
            return true;
        var next = at + 1;
        while (words.At(next) is ":" or "=" or "/" or "-" or "." or "\n" or "f" or "h" or "j" || PeopleWords.Total.Contains(words.At(next)) && words.At(next - 1) == "/" || words.At(next) is "et" or "+" && words.At(next + 1) is "f" or "h" or "j")
            next++;
        return Begins(numbers, next) || (words.At(at - 1) is "/" or "-" || words.At(at - 1) is "et" && words.At(at - 2) is "h" or "f" && words.At(at) is "h" or "f") && IsBesideNumber(words, numbers, at - 2);
    }

    private static PeopleLabel? At(Words words, IReadOnlyList<NumberSpan> numbers, int at)
    {
        if ((words.At(at) is "moins" or "<" || words.At(at) == "-" && (words[at].Loose || !Ends(numbers, at))) && Under(words, at) is { } end)
            return new PeopleLabel(PeopleGroup.Youth, at, end);
        if (words.At(at) is "m" or "g" && words.Has("f") && IsBesideNumber(words, numbers, at))
            return new PeopleLabel(PeopleGroup.Men, at, at + 1);
        if (words.At(at) == "h" && at == 1 && !words[at].Loose && words[0].Kind == WordKind.Digits && words.At(at + 1) == ":" && !words.Has("f"))
            return null;
        if (PeopleWords.Total.Contains(words.At(at)) && (words.At(at + 1) == "/" || words.At(at - 1) == "/") && !Ends(numbers, at - 1))
            return new PeopleLabel(PeopleGroup.Everybody, at, at + 1);
        return PeopleWords.Of(words.At(at)) is { } group && words.At(at + 1) != "cfa" && !Holds(numbers, at) && (words.At(at).Length > 2 || IsBesideNumber(words, numbers, at))
            ? new PeopleLabel(group, at, at + 1)
            : null;
    }

    // "jeunes filles", "participants femmes", "personnes de moins de 35 ans": the second word says which people the first one means.
    private static bool IsOne(Words words, PeopleLabel first, PeopleLabel second, IReadOnlyList<NumberSpan> numbers)
    {
        if (Begins(numbers, second.To) && first.To == second.From && !(first.Group == PeopleGroup.Youth && Ends(numbers, first.From)))
            return false;
        var between = first.To;
        while (between < second.From && (Joints.Contains(words.At(between)) || words.At(between) == "(" && first.Group == PeopleGroup.Youth))
            between++;
        if (between < second.From)
            return false;
        return first.Group switch
        {
            PeopleGroup.Everybody => second.Group is PeopleGroup.Women or PeopleGroup.Men && (first.To == second.From || words.At(second.From - 1) is "sexe" or "genre") || second.Group == PeopleGroup.Youth && (second.To - second.From > 1 || first.To == second.From),
            PeopleGroup.Youth => first.To == second.From && second.Group is PeopleGroup.Women or PeopleGroup.Men || second.Group == PeopleGroup.Youth && second.To - second.From > 1,
            _ => false,
        };
    }

    // "9 participants et 6 participantes", "6 participantes et 9 participants": beside the women's form the men's form means men.
    private static void MenBesideWomen(Words words, List<PeopleLabel> labels)
    {
        for (var n = 0; n + 1 < labels.Count; n++)
        {
            var (men, women) = labels[n].Group == PeopleGroup.Everybody ? (n, n + 1) : (n + 1, n);
            if (labels[men].Group == PeopleGroup.Everybody && words.At(labels[n].To) is "et" or "+" or "," && labels[women].Group == PeopleGroup.Women && words.At(labels[women].From) == words.At(labels[men].From).TrimEnd('s') + "es")
                labels[men] = labels[men] with { Group = PeopleGroup.Men };
        }
    }

    // "23 hommes et femmes", "hommes, femmes et jeunes : 23": one number counts them all.
    private static void Mixed(Words words, IReadOnlyList<NumberSpan> numbers, List<PeopleLabel> labels)
    {
        for (var n = labels.Count - 2; n >= 0; n--)
        {
            var (first, second) = (labels[n], labels[n + 1]);
            if (first.Group == second.Group || first.Group == PeopleGroup.Everybody || second.To - second.From > 1 || words.At(second.From) is "f" or "h" or "j" && words.At(first.To) != "+" && !words.At(second.To).StartsWith("confond", StringComparison.Ordinal) || words.Text(first.To, second.From) is not ("et" or "," or "+"))
                continue;
            var (before, after) = (Ends(numbers, first.From), NumberAfter(words, numbers, second.To));
            if (before == after is not null || after is { } number && IsPair(words, numbers, number) || words.At(second.From - 1) == "," && second.Group != PeopleGroup.Everybody && !(words.At(second.To) == "et" && words.At(second.To + 1) is "enfants" or "vieux" or "vieilles"))
                continue;
            labels[n] = new PeopleLabel(first.Young ? PeopleGroup.Youth : PeopleGroup.Everybody, first.From, second.To);
            labels.RemoveAt(n + 1);
        }
    }

    // The number that a label is tied to by ":" or "=" or nothing.
    private static int? NumberAfter(Words words, IReadOnlyList<NumberSpan> numbers, int at)
    {
        at += words.At(at) is ":" or "=" ? 1 : 0;
        return Begins(numbers, at) ? at : null;
    }

    // "9 et 6", "9/6".
    private static bool IsPair(Words words, IReadOnlyList<NumberSpan> numbers, int from)
    {
        var first = numbers.First(n => n.From == from);
        return words.At(first.To) is "et" or "/" or "-" or "," && Begins(numbers, first.To + 1);
    }

    // "moins de 35 ans".
    internal static int? Under(Words words, int at)
    {
        var next = words.At(at + 1) == "de" ? at + 2 : at + 1;
        return words.At(next) is "35" or "30" or "36" or "25" && words.At(next + 1) is "ans" or "an" ? next + 2 : words.At(next) == "35" ? next + 1 : null;
    }

    private static bool Holds(IReadOnlyList<NumberSpan> numbers, int at)
    {
        foreach (var number in numbers)
            if (at >= number.From && at < number.To)
                return true;
        return false;
    }

    private static bool Ends(IReadOnlyList<NumberSpan> numbers, int at)
    {
        foreach (var number in numbers)
            if (number.To == at)
                return true;
        return false;
    }

    private static bool Begins(IReadOnlyList<NumberSpan> numbers, int at)
    {
        foreach (var number in numbers)
            if (number.From == at)
                return true;
        return false;
    }
}
