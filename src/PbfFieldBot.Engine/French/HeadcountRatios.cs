namespace PbfFieldBot.Engine.French;

/// <summary>Numbers and groups that stand in two rows ("h/f 12/6"), and a part beside its whole ("8/20 femmes").</summary>
internal sealed partial class HeadcountGrammar
{
    // "h/f 12/6", "12/6 h/f", "F/H : 6/12", "H/F/J : 15/10/6", "hommes femmes 15/10".
    private void Ratio()
    {
        for (var i = 0; i + 1 < labels.Count; i++)
            for (var n = 0; n + 1 < numbers.Count; n++)
            {
                var length = Math.Min(Joined(i, labels.Count, l => labels[l].To, l => labels[l].From, loosely: true), Joined(n, numbers.Count, s => numbers[s].To, s => numbers[s].From));
                if (length < 2 || !Beside(i, n, length))
                    continue;
                for (var k = 0; k < length; k++)
                    Give(labels[i + k], n + k);
            }
    }

    // How many stand side by side from one on, joined by a stroke or "et"; loosely: by a blank too.
    private int Joined(int first, int count, Func<int, int> to, Func<int, int> from, bool loosely = false)
    {
        var last = first;
        while (last + 1 < count && words.Text(to(last), from(last + 1)) is "/" or "-" or "et" || last + 1 < count && loosely && to(last) == from(last + 1))
            last++;
        return last - first + 1;
    }

    private bool Beside(int label, int number, int length) =>
        OnlySigns(labels[label + length - 1].To, numbers[number].From) || OnlySigns(numbers[number + length - 1].To, labels[label].From);

    private bool OnlySigns(int from, int to) => from <= to && Enumerable.Range(from, to - from).All(i => words[i].Kind == WordKind.Sign && words.At(i) is ":" or "=" or "(" or ")" or "-" or ">");

    // "8/20 femmes", "6 des 15 participants etaient des femmes": the smaller number counts a part.
    private void PartOfWhole()
    {
        for (var n = 0; n + 1 < numbers.Count; n++)
        {
            if (taken[n] || taken[n + 1] || numbers[n].Value > numbers[n + 1].Value || PartIn(numbers[n], numbers[n + 1]) is not { } label || Taken(label))
                continue;
            Give(label, n);
            TakeTotal(n + 1);
        }
    }

    private PeopleLabel? PartIn(NumberSpan part, NumberSpan whole)
    {
        var between = words.Text(part.To, whole.From);
        if (between == "/")
            return labels.Find(l => l.From == whole.To && l.Group != PeopleGroup.Everybody && words.At(l.To) is not ("/" or "-") && labels.TrueForAll(o => o.Group == l.Group || o.Group == PeopleGroup.Everybody));
        if (between is not ("des" or "sur" or "sur les" or "parmi les" or "de ces" or "de nos" or "d'entre les"))
            return null;
        var at = whole.To;
        while (PeopleWords.Of(words.At(at)) is PeopleGroup.Everybody || words.At(at) is "etaient" or "sont" or "des")
            at++;
        return words.At(at - 1) is "des" or "sont" or "etaient" ? labels.Find(l => l.From == at && l.Group != PeopleGroup.Everybody) : null;
    }
}
