using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Places;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>Reads one activity out of one piece of a message: each fact takes its words, so that no number serves twice.</summary>
internal sealed class ReportScan(Words words, string kind, DateOnly today, Place? own, PlaceNames places)
{
    private const int OneHour = 60;
    private const int LongestName = 4;
    private static readonly HashSet<string> Broadcasts = MessageLexicon.Group("broadcasts");
    private static readonly HashSet<string> Heads = MessageLexicon.Group("organisation_heads");
    private static readonly HashSet<string> Money = MessageLexicon.Group("money");
    private readonly Dictionary<string, AnswerValue> slots = [];
    private readonly List<string> problems = [];
    private readonly bool[] used = new bool[words.Count];
    private readonly bool[] masked = new bool[words.Count];
    private readonly Dictionary<int, long> corrected = [];

    /// <summary>Everything that is stated.</summary>
    public ReportReading Read()
    {
        var dates = FrenchDates.Scan(words, today).ToList();
        Correct(dates);
        Mask();
        var subject = Subject();
        ReadPlace(subject);
        ReadDate(dates);
        ReadDuration();
        ReadNumbers();
        ReadNames(subject);
        return new ReportReading(kind, slots, problems);
    }

    /// <summary>Numbers, money, hours and the like that were used nowhere.</summary>
    public IEnumerable<string> Unread()
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Kind != WordKind.Digits || used[i])
                continue;
            var to = i + 1;
            while (to < words.Count && words[to].Kind == WordKind.Digits)
                to++;
            var end = to < words.Count && words[to].Kind == WordKind.Letters ? to + 1 : to;
            yield return words.Original(i, end);
            i = end - 1;
        }
    }

    // "15, euh non 18 passages", "14 femmes non pardon 4": the later one holds, in the earlier one's place when it has no word of its own.
    private void Correct(List<DateSpan> dates)
    {
        foreach (var mark in MessageLexicon.Corrections.In(words))
        {
            var after = SkipSigns(mark.To);
            var next = dates.FindIndex(d => d.From >= mark.To && d.From - after <= 3 && d.Date is not null && (!d.Weak || words.At(d.From - 1) == "le"));
            var before = dates.FindLastIndex(d => d.To <= mark.From && !d.Weak);
            if (next >= 0 && before >= 0)
            {
                Take(dates[before].From, dates[before].To, masked);
                dates.RemoveAt(before);
                continue;
            }

            if (NumberGrammar.At(words, after) is not { } right || LastNumber(mark.From) is not { } wrong)
                continue;
            if (PeopleWords.IsPeople(words.At(right.To)) || Broadcasts.Contains(words.At(right.To)))
            {
                Take(wrong.From, wrong.To + (PeopleWords.IsPeople(words.At(wrong.To)) ? 1 : 0), masked);
            }
            else
            {
                corrected[wrong.From] = right.Value;
                Take(right.From, right.To, masked);
                Take(right.From, right.To, used);
            }
        }
    }

    private NumberSpan? LastNumber(int before)
    {
        for (var i = before - 1; i >= 0; i--)
            if (NumberGrammar.At(words, i) is { } number && number.To <= before && words[i].Kind is WordKind.Digits or WordKind.Letters && words.At(i) is not ("un" or "une"))
                return number;
        return null;
    }

    // Hours, money, phone numbers, years, ordinals, percentages: numbers that count nobody.
    private void Mask()
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Kind != WordKind.Digits)
                continue;
            var to = i + 1;
            while (to < words.Count && words[to].Kind == WordKind.Digits)
                to++;
            var next = words.At(to);
            var stuck = to < words.Count && !words[to].Loose;
            var digits = Enumerable.Range(i, to - i).Sum(n => words[n].Fold.Length);
            var money = next is "fcfa" or "cfa" or "francs" or "frs" || next == "f" && digits >= 4 || Enumerable.Range(Math.Max(0, i - 3), Math.Min(3, i)).Any(n => Money.Contains(words.At(n))) && !PeopleWords.IsPeople(next);
            var ordinal = stuck && next is "e" or "eme" or "er" or "ere" or "ieme" or "nd";
            if (money || ordinal || digits >= 8 || next == "%" || next is "ans" or "an" or "km" or "kg" or "jours" or "jour" or "mois" or "semaines" or "vehicules" or "motos")
                Take(i, to, masked);
            i = to - 1;
        }
    }

    private (int From, int To)? Subject()
    {
        foreach (var (from, to) in SubjectSpans.In(words))
            return Cut(from, to);
        if (kind == "recommandation" && Enumerable.Range(0, words.Count).FirstOrDefault(i => words.At(i) == ":", -1) is >= 0 and var colon)
            return Cut(SubjectSpans.SkipArticles(words, colon + 1), SubjectSpans.EndOf(words, SubjectSpans.SkipArticles(words, colon + 1)));
        if (kind is "atelier" && MessageLexicon.KindCues.In(words).FirstOrDefault(c => c.Name == "atelier") is { To: > 0 } cue && words.At(cue.To) is "de" or "d" && places.Scan(words, own, alsoNear: false).All(p => p.From != cue.To + 1))
            return Cut(cue.To + 1, SubjectSpans.EndOf(words, cue.To + 1));
        if (kind == "diffusion" && Enumerable.Range(0, words.Count).LastOrDefault(i => words.At(i) is "spot" or "spots", -1) is >= 0 and var spot && spot + 1 < words.Count && words[spot + 1].Kind == WordKind.Letters && !MessageLexicon.Group("subject_end").Contains(words.At(spot + 1)))
            return Cut(spot + 1, SubjectSpans.EndOf(words, spot + 1));
        return null;
    }

    // A place or a date ends a subject: "sur la paix a mopti hier".
    private (int From, int To)? Cut(int from, int to)
    {
        foreach (var place in places.Scan(words, own, alsoNear: false))
            if (place.From > from && place.From < to && (PlaceWords.Lead(words.At(place.From - 1)) || place.To >= to))
                to = Math.Min(to, PlaceWords.Lead(words.At(place.From - 1)) && words.At(place.From - 1).Length <= 2 ? place.From - 1 : place.From);
        foreach (var date in FrenchDates.Scan(words, today))
            if (!date.Weak && date.From > from && date.From < to)
                to = date.From;
        while (to > from && words.At(to - 1) is "de" or "du" or "a" or "le" or "la" or "et" or "l" or "d" or "au" or "commune" or "cercle")
            to--;
        return to > from ? (from, to) : null;
    }

    private void ReadPlace((int From, int To)? subject)
    {
        var found = new List<PlaceSpan>();
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Kind != WordKind.Letters || subject is { } s && i >= s.From && i < s.To || masked[i])
                continue;
            var span = places.ExactAt(words, i, own);
            if (span is not null && words.Text(span.From, span.To).Length <= 3 && !PlaceWords.Lead(words.At(i - 1)))
                span = null;
            if (span is null)
                continue;
            found.Add(span);
            i = span.To - 1;
        }

        if (found.Count == 0)
            found = NearPlaces(subject);
        if (found.Count == 0)
            return;
        var led = found.Where(f => words.At(f.From - 1) is "a" or "au").ToList();
        var groups = (led.Count > 0 ? [.. led, .. found.Except(led)] : found).Select(f => f.Places).ToList();
        var narrowed = PlaceNames.Narrowed([groups[0], .. groups.Skip(1).Where(g => PlaceNames.Narrowed([groups[0], g], own).Count <= groups[0].Count)], own);
        foreach (var span in found)
            Take(span.From, span.To, used);
        if (narrowed is [var only])
            slots["place"] = new PlaceAnswer(only);
    }

    private List<PlaceSpan> NearPlaces((int From, int To)? subject)
    {
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i].Kind != WordKind.Letters || !PlaceWords.Lead(words.At(i - 1)) || subject is { } s && i >= s.From && i < s.To || PeopleWords.IsPeople(words.At(i)))
                continue;
            if (MessageLexicon.KindCues.At(words, i) is not null || MessageLexicon.Audiences.At(words, i) is not null || DateWords.Weekday(words.At(i)) is not null || DateWords.Month(words.At(i)) is not null)
                continue;
            if (places.NearAt(words, i, own) is { Places.Count: 1 } near)
                return [near];
        }

        return [];
    }

    private void ReadDate(List<DateSpan> dates)
    {
        var usable = dates.Where(d => !masked[d.From] && !IsPlannedDate(d) && (!d.Weak || words.At(d.From - 1) is "le" or "du" && !IsNoun(d.To))).ToList();
        if (usable.Count == 0)
            return;
        var first = usable.Find(d => !d.Weak);
        if (first == default)
            first = usable[0];
        Take(first.From, first.To, used);
        if (IsRange(first, dates))
            return;
        if (first.Reject is { } reject)
            problems.Add(reject);
        else if (first.Date is { } day)
            slots["date"] = new DateAnswer(day);
        foreach (var same in usable.Where(d => d.Date == first.Date))
            Take(same.From, same.To, used);
    }

    private bool IsPlannedDate(DateSpan date) => Enumerable.Range(Math.Max(0, date.From - 3), Math.Min(3, date.From)).Any(i => words.At(i) is "prevu" or "prevue" or "prevus" or "initialement");

    private bool IsNoun(int at) => at < words.Count && words[at].Kind == WordKind.Letters && words.At(at) is not ("a" or "au" or "de" or "dernier" or "et" or "avec" or "on" or "nous" or "en" or "sur" or "il" or "dans") && DateWords.Weekday(words.At(at)) is null && places.ExactAt(words, at, own) is null;

    private bool IsRange(DateSpan date, List<DateSpan> dates)
    {
        var next = words.Text(date.To, Math.Min(words.Count, date.To + 1));
        if (next is "au" or "-" && date.To + 1 < words.Count && (words[date.To + 1].Kind == WordKind.Digits || dates.Exists(d => d.From == date.To + 1)))
            return true;
        return words.At(date.From - 1) is "au" && date.From > 1 && words[date.From - 2].Kind == WordKind.Digits
            || words.At(date.From - 1) is "a" or "-" && date.From > 1 && words[date.From - 2].Kind == WordKind.Digits && words.At(date.From - 3) is "du" or "le";
    }

    private void ReadDuration()
    {
        if (kind != "diffusion")
            return;
        for (var i = 0; i < words.Count; i++)
        {
            if (FrenchDurations.At(words, i) is not { } span || masked[i])
                continue;
            var clock = words.At(span.To) is "a" or "-" or "de" && FrenchDurations.At(words, span.To + 1) is not null || words.At(i - 1) is "a" or "vers" && !IsMinutes(span);
            if (clock || Enumerable.Range(span.To, Math.Min(3, words.Count - span.To)).Any(n => words.At(n) == "retard"))
            {
                Take(span.From, span.To, masked);
                continue;
            }

            if (!slots.ContainsKey("duration_minutes"))
                slots["duration_minutes"] = new NumberAnswer(span.Minutes);
            Take(span.From, span.To, used);
            i = span.To - 1;
        }
    }

    private bool IsMinutes(DurationSpan span) => words.At(span.To - 1) is "min" or "mn" or "minutes" or "minute" or "mins" || span.Minutes == OneHour / 2;

    private void ReadNumbers()
    {
        var numbers = NumberObstacles.Numbers(words).Where(n => !masked[n.From] && !used[n.From])
            .Select(n => corrected.TryGetValue(n.From, out var right) ? n with { Value = right } : n).ToList();
        if (kind == "diffusion")
        {
            var count = numbers.Find(n => Broadcasts.Contains(words.At(n.To)) || words.At(n.To) is "nouveaux" or "nouvelles" && Broadcasts.Contains(words.At(n.To + 1)));
            if (count != default && count.Value <= Limits.PeopleInOneActivity)
            {
                slots["broadcasts"] = new NumberAnswer(count.Value, count.Approximate);
                Take(count.From, count.To + 1, used);
            }

            return;
        }

        if (kind is "alerte" or "recommandation")
            return;
        var people = numbers.Where(n => CountsPeople(n, numbers)).ToList();
        if (people.Count == 0 && !HasNobody())
            return;
        var stated = HeadcountGrammar.Count(words, people);
        if (stated is { Total: null, Women: null, Men: null, Youth: null })
            return;
        foreach (var index in stated.Used)
            used[index] = true;
        foreach (var number in people)
            Take(number.From, number.To, used);
        if (Headcounts.Contradiction(stated.Total, stated.Women, stated.Men, stated.Youth) is { } contradiction)
            problems.Add(contradiction);
        var count2 = new Headcount(stated.Total, stated.Women, stated.Men, stated.Youth, stated.Approximate);
        slots[HeadcountQuestion.Participants] = new HeadcountAnswer(problems.Count == 0 || stated.Total is null ? count2.Derived() : count2);
    }

    private bool HasNobody() => Enumerable.Range(0, words.Count).Any(i => words.At(i) is "aucune" && words.At(i + 1) is "femme");

    // People: a word for them after the number, a label before it, "dont", or the other half of "h/f 12/6".
    private bool CountsPeople(NumberSpan number, List<NumberSpan> all)
    {
        if (PeopleWords.Of(words.At(number.To)) is not null && !(words.At(number.To) == "f" && number.Value >= 1000))
            return true;
        if (words.At(number.To) is "nouveaux" or "nouvelles" or "autres" && PeopleWords.IsPeople(words.At(number.To + 1)))
            return true;
        var before = words.At(number.From - 1) is ":" or "=" or "de" or "d" ? words.At(number.From - 2) : words.At(number.From - 1);
        if (PeopleWords.Among.Contains(words.At(number.From - 1)) || PeopleWords.Of(before) is not null || PeopleWords.Total.Contains(before) && before.Length > 2)
            return true;
        if (words.At(number.From - 1) is "etait" or "etions" or "etaient" && words.At(number.To) is not ("minutes" or "h"))
            return true;
        return words.At(number.From - 1) == "/" && all.Exists(o => o.To == number.From - 1 && PeopleWords.Of(words.At(o.From - 1)) is not null)
            || corrected.ContainsKey(number.From);
    }

    private void ReadNames((int From, int To)? subject)
    {
        if (subject is { } s && kind != "alerte")
            slots["theme"] = new TextAnswer(words.Original(s.From, s.To));
        if (kind == "reunion_comite")
            slots["body"] = new ChoicesAnswer(["comit\u00e9 r\u00e9gional"]);
        if (kind == "cadre_concertation" && words.All.Select(w => BodyOf(w.Fold)).FirstOrDefault(b => b is not null) is { } body)
            slots["body"] = new ChoicesAnswer([body]);
        if (kind == "formation" && SubjectSpans.Without(words, MessageLexicon.Audiences.In(words)) is [var audience, ..])
            slots["audience"] = new ChoicesAnswer([audience.Name]);
        if (kind == "diffusion")
            ReadRadio();
        if (kind == "alerte")
            ReadIncident();
        else if (kind is not ("diffusion" or "cadre_concertation" or "reunion_comite" or "visite_echange" or "action_parlementaire") && Organisation() is { } organisation)
            slots["organisation"] = new TextAnswer(organisation);
    }

    private static string? BodyOf(string word) => word switch
    {
        "crocsad" or "crosad" => "CROCSAD",
        "clocsad" or "closad" => "CLOCSAD",
        "ccocsad" or "ccosad" => "CCOCSAD",
        _ => null,
    };

    private void ReadRadio()
    {
        var languages = MessageLexicon.Languages.In(words).Where(l => l.Name != "fran\u00e7ais" || words.At(l.From).Length > 2).Select(l => l.Name).Distinct().ToList();
        if (languages.Count > 0)
            slots["language"] = new ChoicesAnswer(languages);
        for (var i = 0; i < words.Count; i++)
        {
            if (words.At(i) is not ("radio" or "rd"))
                continue;
            var to = NameEnd(i + 1);
            if (to > i + 1)
            {
                slots["radio_name"] = new TextAnswer(words.Original(i, to));
                return;
            }
        }
    }

    private int NameEnd(int from)
    {
        var to = from;
        while (to < words.Count && to - from < LongestName && words[to].Kind == WordKind.Letters && !used[to] && !StopsName(to))
            to++;
        while (to > from && words.At(to - 1) is "de" or "du" or "des" or "la" or "le" or "d" or "l")
            to--;
        return to;
    }

    private bool StopsName(int at) => words.At(at) is "de" or "a" or "en" or "sur" or "avec" or "contre" or "hier" or "ont" or "on" or "est" or "au" or "le" or "dans" or "nous" or "pour" or "et" or "communautaire" or "communautaires" or "locale" or "ce"
        || MessageLexicon.KindCues.At(words, at) is not null || MessageLexicon.Languages.At(words, at) is not null || DateWords.Weekday(words.At(at)) is not null || PeopleWords.Of(words.At(at)) is not null && words.At(at).Length > 2;

    private void ReadIncident()
    {
        var marks = MessageLexicon.Group("alert_marks");
        var cues = MessageLexicon.KindCues.In(words).Where(c => c.Name == "alerte").ToList();
        var what = cues.Find(c => !marks.Contains(words.At(c.From)));
        var from = what == default ? cues.Count > 0 ? SubjectSpans.SkipArticles(words, cues[0].To) : -1 : what.From;
        if (from < 0)
            return;
        var to = from + 1;
        while (to < words.Count && words[to].Kind == WordKind.Letters && !(used[to] && !(words.At(to) is "de")) && words.At(to) is not ("par" or "a" or "au" or "hier" or "ce" or "cette" or "vers" or "avec" or "dans") && !LeadsToPlace(to))
            to++;
        if (to > from && words[from].Kind == WordKind.Letters)
            slots["incident_kind"] = new TextAnswer(words.Original(from, to));
    }

    private bool LeadsToPlace(int at) => words.At(at) is "de" or "d" or "du" or "village" or "commune" or "cercle" && Enumerable.Range(at + 1, Math.Min(3, Math.Max(0, words.Count - at - 1))).Any(i => i == at + 1 && used[i] || PlaceWords.IsLevel(words.At(i - 1)) && used[i]);

    private string? Organisation()
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (used[i])
                continue;
            if (Heads.Contains(words.At(i)) && NameTo(i + 1) is { } named)
                return words.Original(i, named);
            if (words.At(i) == "par" && words.At(i + 1) is "le" or "la" or "l" or "les" && NameTo(i + 2) is { } by)
                return words.Original(i + 2, by);
            var original = words.Original(i, i + 1);
            if (words.At(i - 1) is "le" or "la" or "l" or "par" && original.Length is >= 3 and <= 7 && original.All(char.IsUpper) && BodyOf(words.At(i)) is null && original is not "OSC")
                return original;
        }

        return null;
    }

    private int? NameTo(int from)
    {
        var to = from;
        while (to < words.Count && to - from < LongestName && words[to].Kind == WordKind.Letters && !used[to] && words.At(to) is not ("a" or "ont" or "sur" or "avec" or "hier" or "en" or "est" or "le" or "au" or "dans" or "pour"))
            to++;
        while (to > from && words.At(to - 1) is "de" or "du" or "des" or "la" or "d" or "l" or "et")
            to--;
        return to > from ? to : null;
    }

    private int SkipSigns(int at)
    {
        while (at < words.Count && (words[at].Kind == WordKind.Sign || words.At(at) is "c" or "etait" or "cetait" or "est" or "cest"))
            at++;
        return at;
    }

    private static void Take(int from, int to, bool[] marks)
    {
        for (var i = from; i < to && i < marks.Length; i++)
            marks[i] = true;
    }
}
