using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.French;

/// <summary>People counted in a text: the numbers as stated, and which words they took.</summary>
internal sealed record StatedHeadcount(int? Total, int? Women, int? Men, int? Youth, bool Approximate, IReadOnlySet<int> Used, string? Reject);

/// <summary>Gives each number of a text to total, women, men or youth: "15 dont 6 femmes", "6F 9H", "h/f 12/6", "femmes : 6, hommes : 9", "aucune femme".</summary>
internal sealed partial class HeadcountGrammar
{
    // More than any activity has; a few of them still add up.
    private const int TooMany = int.MaxValue / 8;
    private static readonly HashSet<string> Between = PeopleWords.Words.Group("between");
    private readonly Words words;
    private readonly List<NumberSpan> numbers;
    private readonly List<PeopleLabel> labels;
    private readonly HashSet<int> used = [];
    private readonly bool[] taken;
    private readonly CountedPeople people = new();

    // Numbers and groups that found no partner.
    private int left;

    private HeadcountGrammar(Words words, List<NumberSpan> numbers, List<PeopleLabel> labels)
    {
        (this.words, this.numbers, this.labels) = (words, numbers, labels);
        taken = new bool[numbers.Count];
    }

    /// <summary>True when a word names women, men or the young next to a number or a word of number.</summary>
    public static bool HasGroups(Words words, IReadOnlyList<NumberSpan> numbers) => PeopleLabels.All(words, numbers).Exists(l => l.Group != PeopleGroup.Everybody);

    /// <summary>Counts the people of a text (or of a piece of it, given by its numbers). "femmes 10 hommes 31" and "10 femmes 31 hommes": the order that leaves least over is meant.</summary>
    public static StatedHeadcount Count(Words words, IReadOnlyList<NumberSpan> numbers)
    {
        List<NumberSpan> counted = [.. numbers];
        var labels = PeopleLabels.All(words, counted);
        var grammar = new HeadcountGrammar(words, counted, labels);
        var stated = grammar.Run(labelFirst: false);
        if (grammar.left == 0 || labels.Count < 2)
            return stated;
        var turned = new HeadcountGrammar(words, counted, labels);
        var other = turned.Run(labelFirst: true);
        return turned.left < grammar.left ? other : stated;
    }

    private StatedHeadcount Run(bool labelFirst)
    {
        Ratio();
        PartOfWhole();
        Nobody();
        TotalAfter();
        SumAtEnd();
        var totalFirst = TotalFirst();
        SignedLabels();
        if (totalFirst || labelFirst)
            LabelFirst(alsoEverybody: labelFirst);
        Everybody();
        NumberFirst();
        LabelFirst(alsoEverybody: false);
        left = Unlabelled().Count + labels.Count(l => l.Group != PeopleGroup.Everybody && !Taken(l) && PeopleLabels.IsBesideNumber(words, numbers, l.From));
        Rest();
        people.SettleYoung();
        OnlyOneGroup();
        SexesOfTheYoung();
        return new StatedHeadcount(people.Total, people.Women, people.Men, people.Youth, numbers.Exists(n => n.Approximate) || FrenchNumbers.IsApproximate(words), used, people.Reject);
    }

    // "20 au total", "33 en tout".
    private void TotalAfter()
    {
        var n = numbers.FindIndex(s => (PeopleWords.Of(words.At(s.To)) is PeopleGroup.Everybody ? s.To + 1 : s.To) is var at && words.At(at) is "au" or "en" && words.At(at + 1) is "total" or "tout" or "tot" or "tt" or "ttl");
        if (n >= 0 && !taken[n])
            TakeTotal(n);
    }

    // "12 femmes + 13 hommes = 25".
    private void SumAtEnd()
    {
        var last = numbers.Count - 1;
        if (labels.Count > 0 && last > 1 && !taken[last] && OnlySigns(labels[^1].To, numbers[last].From) && labels[^1].To < numbers[last].From && numbers.SkipLast(1).Sum(n => n.Bounded) == numbers[last].Value)
            TakeTotal(last);
    }

    // "8 chefs et 12 conseillers" are parts of a whole that nobody stated; "40 personnes dont 8 chefs" states it.
    private void Everybody()
    {
        var counted = labels.Where(l => l.Group == PeopleGroup.Everybody && !Taken(l)).Select(l => (Label: l, Number: numbers.FindIndex(s => s.To == l.From))).Where(p => p.Number >= 0 && !taken[p.Number]).ToList();
        if (counted.Select(p => numbers[p.Number].Value).Distinct().Count() < 2)
            return;
        var whole = people.Total is null ? counted.FindAll(p => PeopleWords.Generic.Contains(words.At(p.Label.From))) : [];
        foreach (var (label, number) in counted)
        {
            taken[number] = true;
            if (whole.Count > 0 && whole[0].Number == number)
                Set(label, Number(numbers[number]), numbers[number].From);
        }
    }

    // "aucune femme", "pas d'homme", "sans jeunes", "femmes : neant".
    private void Nobody()
    {
        foreach (var label in labels)
        {
            var at = label.From - 1;
            while (words.At(at) is "de" or "d" or "des" or "une" or "un" or "seule" or "seul")
                at--;
            if (words.At(at) is "aucun" or "aucune" or "sans" or "pas" or "point" or "ni" && !Taken(label))
                Set(label, 0, at);
            at = words.At(label.To) is ":" or "=" ? label.To + 1 : label.To;
            if (!Taken(label) && (words.At(at) == "neant" || words.At(at) is "aucun" or "aucune" && at > label.To && label.Group != PeopleGroup.Everybody))
                Set(label, 0, label.From);
        }
    }

    // "total 24 h 18 f 6", "effectif 16 F:5 H:11": the word before the first number says what it is, when the label after it has a number of its own.
    private bool TotalFirst()
    {
        for (var n = 0; n < numbers.Count; n++)
        {
            var before = numbers[n].From - 1;
            while (words.At(before) is ":" or "=" or "de")
                before--;
            if (taken[n] || !SaysWhole(before) || words.At(before - 1) is "au" or "en" && IsNumberEnd(before - 1) || labels.Find(l => l.From == numbers[n].To) is not { Group: not PeopleGroup.Everybody } label || After(label) is null)
                continue;
            TakeTotal(n);
            return true;
        }

        return false;
    }

    // "total 24 ...", "presents 26 hommes 17 femmes 9"; the people of "12 participants 8 femmes 4 hommes" have their number before them.
    private bool SaysWhole(int at) => PeopleWords.Total.Contains(words.At(at)) || words.At(at) == "t" || labels.Exists(l => l.Group == PeopleGroup.Everybody && l.To == at + 1 && !IsNumberEnd(l.From)) && numbers.Count > labels.Count(l => l.Group != PeopleGroup.Everybody);

    // "F:5 H:11", "h=30 f=12", "F5 H11": a sign, or no blank, ties the label to the number after it.
    private void SignedLabels()
    {
        foreach (var label in labels)
            if (!Taken(label) && (words.At(label.To) is ":" or "=" or "\u2192" || words.Text(label.To, Math.Min(label.To + 2, words.Count)) is "->" or "=>" || IsStuck(label)) && After(label) is { } n && (IsStuck(label) || !IsOfNext(n)))
                Give(label, n);
    }

    private bool IsStuck(PeopleLabel label) => !IsNumberEnd(label.From) && words[label.From].Loose && label.To < words.Count && words[label.To].Kind == WordKind.Digits && !words[label.To].Loose;

    // "26 participants : 9 femmes" lists; the nine are women.
    private bool IsOfNext(int n) => labels.Find(l => l.From == numbers[n].To) is { } next && words.At(next.To) is not (":" or "=");

    private void NumberFirst()
    {
        foreach (var label in labels.Where(l => !Taken(l)))
        {
            var at = label.From;
            while ((Between.Contains(words.At(at - 1)) || words.At(at - 1) == "(" && words.At(label.To) == ")") && at > 1 && !IsNumberEnd(at))
                at--;
            var n = numbers.FindIndex(s => s.To == at);
            if (n >= 0 && !taken[n])
                Give(label, n);
        }
    }

    private bool IsNumberEnd(int at) => numbers.Exists(n => n.To == at);

    private void LabelFirst(bool alsoEverybody)
    {
        foreach (var label in labels.Where(l => !Taken(l) && (alsoEverybody || l.Group != PeopleGroup.Everybody)))
            if (After(label) is { } n && !taken[n])
                Give(label, n);
    }

    private int? After(PeopleLabel label)
    {
        var at = label.To;
        while (words.At(at) is ":" or "\n" or "=" or "-" or ">" or "\u2192" or "(" or "," or "." or "au" or ")" or "on" or "eu" or "font" or "nombre" or "de" or "c" or "etait" or "etaient" or "sont" or "est" or "il" or "y" or "en" or "a" or "present" or "presents" or "presentes" || words.At(at) == "s" && !words[at].Loose)
            at++;
        var n = numbers.FindIndex(s => s.From == at);
        return n >= 0 ? n : null;
    }

    private void Rest()
    {
        var rest = Unlabelled();
        if (rest.Count == 0)
            return;
        if (rest.Exists(n => numbers[n].Value != numbers[rest[0]].Value))
        {
            people.Refuse(RejectReasons.NotANumber);
            return;
        }

        people.PutTotal(Number(numbers[rest[0]]));
        foreach (var n in rest)
            Use(numbers[n]);
    }

    // "que des femmes : 14", "14, toutes des femmes", "uniquement des hommes", "tous jeunes".
    private void OnlyOneGroup()
    {
        var groups = labels.FindAll(l => l.Group != PeopleGroup.Everybody);
        foreach (var label in groups)
        {
            var at = label.From - 1;
            while (words.At(at) is "des" or "de" or "les" or "d" or "sont" or "etaient" or "ont" or "avaient")
                at--;
            if (PeopleWords.Only.Contains(words.At(at)) || words.At(label.To) is "uniquement" or "exclusivement" && groups.Count == 1)
                people.All(label.Group);
        }

        if (groups.Count > 0 && groups[0] == labels[0] && groups[0].Group == PeopleGroup.Youth && words.Any(w => PeopleWords.Among.Contains(w.Fold)))
            people.WholeIsYoung();
    }

    private List<int> Unlabelled() => [.. Enumerable.Range(0, numbers.Count).Where(n => !taken[n])];

    private bool Taken(PeopleLabel label) => used.Contains(label.From);

    private void Give(PeopleLabel label, int n)
    {
        if (taken[n] || Taken(label))
            return;
        taken[n] = true;
        Use(numbers[n]);
        Set(label, Number(numbers[n]), label.From);
    }

    private void Set(PeopleLabel label, int number, int from)
    {
        for (var i = Math.Min(from, label.From); i < label.To; i++)
            used.Add(i);
        if ((label.Group == PeopleGroup.Youth || label.Young) && IsPartOfOneSex(label))
            people.AddYouth(number);
        else
            people.Put(label, number);
    }

    // "12 femmes (dont 4 jeunes filles) et 19 hommes (dont 6 jeunes)": said of each sex.
    private bool IsPartOfOneSex(PeopleLabel label)
    {
        var number = numbers.FindIndex(n => n.To == label.From);
        return number > 0 && (PeopleWords.Among.Contains(words.At(numbers[number].From - 1)) || words.At(numbers[number].From - 1) == "(")
            && labels.FindLast(l => l.From < label.From) is { Group: PeopleGroup.Women or PeopleGroup.Men };
    }

    // "31 participants dont 10 jeunes (4 filles, 6 garcons)": the sexes of the young, not of all.
    private void SexesOfTheYoung()
    {
        var young = labels.FindIndex(l => l.Group == PeopleGroup.Youth);
        if (young >= 0 && people.Youth < people.Total && people.Women + people.Men == people.Youth && (words.At(labels[young].To) is "(" or ":" || PeopleWords.Among.Contains(words.At(labels[young].To))))
            people.ForgetSexes();
    }

    private void TakeTotal(int n)
    {
        taken[n] = true;
        Use(numbers[n]);
        people.PutTotal(Number(numbers[n]));
    }

    private void Use(NumberSpan span)
    {
        for (var i = span.From; i < span.To; i++)
            used.Add(i);
    }

    private static int Number(NumberSpan span) => (int)Math.Min(span.Value, TooMany);
}
