using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>Whether a message tells what was done, or plans, cancels, asks, wishes, thanks or complains.</summary>
internal static class MessageStance
{
    // "prevue le 10 mars" said in February is not of last year.
    private const int LongAgo = 180;
    private const int WordsOfABeginning = 5;
    private const int WordsOfAGreeting = 3;
    private const int WordsToObject = 5;
    private static readonly HashSet<string> Done = MessageLexicon.Group("done");
    private static readonly HashSet<string> Documents = MessageLexicon.Group("documents");
    private static readonly HashSet<string> Plans = MessageLexicon.Group("plans");
    private static readonly HashSet<string> Samples = MessageLexicon.Group("samples");
    private static readonly HashSet<string> ComingFrom = MessageLexicon.Group("coming_from");
    private static readonly HashSet<string> ToDo = MessageLexicon.Group("to_do");
    private static readonly HashSet<string> Money = MessageLexicon.Group("money");
    private static readonly HashSet<string> Broadcasts = MessageLexicon.Group("broadcasts");

    /// <summary>Why the text is no report; null when nothing speaks against it.</summary>
    public static string? WhyNoReport(MessageText text, DateOnly reference)
    {
        var (words, held, pastDay) = (text.Words, text.IsHeld, TellsPastDay(text, reference));
        var people = words.Any(w => PeopleWords.IsPeople(w.Fold));
        var counted = pastDay && (people || CountsSomething(words));
        if (IsCancelled(text, pastDay))
            return "cancelled";
        if (!held && (Says(text, Saying.Coming) || MessageMood.IsFuture(words) || Says(text, Saying.Planned) && !pastDay || BeginsWith(Plans, words) && !counted || TellsDayToCome(text, reference, counted)))
            return "planned";
        if (BeginsWith(Samples, words))
            return "document";
        if (!held && (Says(text, Saying.Wish) || MessageMood.IsHypothesis(words) || (Says(text, Saying.Please) || MessageMood.IsOrder(words)) && !counted))
            return "wish";
        if (!held && (BeginsWith(Money, words) && !(pastDay && CountsSomething(words)) || NumbersAside.HaveMoney(words) && !pastDay))
            return "wish";
        if (BeginsWith(Documents, words) && !pastDay && !CountsSomething(words))
            return "document";
        if (Says(text, Saying.Hearsay))
            return "hearsay";
        if (Says(text, Saying.Complaint))
            return "complaint";
        if (Says(text, Saying.Thanks) && !people)
            return "thanks";
        return text.Said(Saying.Inquiry) is [{ From: < WordsOfAGreeting }, ..] || !held && MessageMood.IsInverted(words) || Asks(text) && !counted ? "question" : null;
    }

    /// <summary>True when the activity is said to be done, and not denied.</summary>
    public static bool IsHeld(MessageText text) => text.Said(Saying.Held).Exists(c => !IsDenied(text.Words, c) && !IsNoun(text.Words, c)) || text.Cues.Exists(c => IsDone(text.Words, c)) || Did(text);

    private static bool Says(MessageText text, Saying saying) => text.Said(saying).Count > 0;

    // Cancelled, and not "reportee puis tenue hier"; or denied.
    private static bool IsCancelled(MessageText text, bool pastDay) =>
        text.Said(Saying.Cancelled) is [.., var cancelled] && !(text.Words.Has("finalement") && text.IsHeld) && !(HeldAfter(text, cancelled.To) && pastDay)
        || !text.IsHeld && MessageMood.Denies(text.Words, text.Named);

    // "la tenue de l'atelier est confirmee".
    private static bool IsNoun(Words words, Cue held) => words.At(held.From) == "tenue" && words.At(held.To) is "de" or "du" or "des" or "d" && held.To + 1 < words.Count && words[held.To + 1].Kind != WordKind.Digits;

    // "avons sensibilise", "a ete attaque", "alle sensibiliser": the activity's own verb.
    private static bool IsDone(Words words, Cue cue) => words.At(cue.From - 1) is "avons" or "ai" or "ont" or "alle" or "alles" || words.At(cue.From - 1) is "ete" && words.At(cue.From - 2) != "pas"
        || words.At(cue.From - 1) == "a" && words.Original(cue.From, cue.From + 1) is [.., '\u00e9'];

    // "j'ai anime une causerie", "a ete organisee", "nous venons de finir": a verb of doing with its auxiliary, and the activity close by.
    private static bool Did(MessageText text)
    {
        var words = text.Words;
        for (var i = 1; i < words.Count; i++)
            if (ToDo.Contains(words.At(i)) && words.At(i - 1) == "de" && ComingFrom.Contains(words.At(i - 2)) || Done.Contains(words.At(i)) && (words.At(i - 1) is "ete" or "finalement" && words.At(i - 2) != "pas"
                || words.At(i - 1) is "ai" or "avons" or "ont" or "a" && text.Cues.Exists(c => c.From > i && c.From - i <= WordsToObject && !IsAside(words, i, c.From))))
                return true;
        return false;
    }

    // "j'ai fait la liste de la formation".
    private static bool IsAside(Words words, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
            if (words.At(i) is "de" or "du" or "d" or "pour")
                return true;
        return false;
    }

    // "reportee puis tenue hier".
    private static bool HeldAfter(MessageText text, int from) => text.Said(Saying.Held).Exists(c => c.From >= from && !IsDenied(text.Words, c));

    // "le budget de l'atelier est de 2 500 000 F", "voici les photos de la formation".
    private static bool BeginsWith(HashSet<string> group, Words words)
    {
        for (var i = 0; i < WordsOfABeginning; i++)
            if (group.Contains(words.At(i)))
                return true;
        return false;
    }

    /// <summary>True for a question.</summary>
    public static bool Asks(MessageText text) => text.Words.Has("?") || Says(text, Saying.Question);

    /// <summary>True when people or broadcasts are counted: the sign of an activity that took place.</summary>
    public static bool CountsSomething(Words words) => NumberObstacles.Numbers(words).Any(n => PeopleWords.IsPeople(words.At(n.To)) || Broadcasts.Contains(words.At(n.To)));

    /// <summary>The sentences that tell what was done, and the numbers of the others; no text when all or none do.</summary>
    public static (MessageText? Told, IReadOnlyList<string> Untold) ToldSentences(MessageText text, DateOnly reference)
    {
        var words = text.Words;
        var (told, untold, from) = (new List<string>(), new List<string>(), 0);
        for (var i = 0; i <= words.Count; i++)
        {
            if (i < words.Count && !EndsSentence(words, i))
                continue;
            var sentence = words.Original(from, Math.Min(i + 1, words.Count));
            var piece = text.Of(sentence);
            if (WhyNoReport(piece, reference) is null)
                told.Add(sentence);
            else
                untold.AddRange(piece.Words.All.Where(w => w.Kind == WordKind.Digits).Select(w => w.Fold));
            from = i + 1;
        }

        return told.Count == 0 ? (null, []) : (text.Of(string.Join(' ', told)), untold);
    }

    private static bool EndsSentence(Words words, int at) => words.At(at) is "!" or "?" or ";" or "\n"
        || words.At(at) == "." && (at + 1 == words.Count || words[at + 1].Loose || words[at + 1].Kind == WordKind.LineEnd);

    // "le 30 mai" said on the 24th, without a year: the last 30 May is too long ago to be meant.
    private static bool TellsDayToCome(MessageText text, DateOnly reference, bool counted) => text.Dates(reference).Any(d => !d.Weak && (IsLongAgo(text.Words, d, reference)
        || text.Words.At(d.To) is "prochain" || d.Reject == RejectReasons.DateFuture && !counted && !CountsSomething(text.Words)));

    private static bool IsLongAgo(Words words, DateSpan date, DateOnly reference) => date.Date < reference.AddDays(-LongAgo) && date.Date > reference.AddYears(-1) && NamesDay(words, date) && !SaysYear(words, date);

    /// <summary>"29 fevrier" in a year that has none: a day without a year that no last twelve months hold.</summary>
    public static bool IsNoDay(Words words, DateSpan date, DateOnly reference) => date.Date <= reference.AddYears(-1) && NamesDay(words, date) && !SaysYear(words, date);

    // "1/3 de femmes" names none.
    private static bool NamesDay(Words words, DateSpan date) => words.At(date.From - 1) is "le" or "du" or "au" || words.At(date.From) is "le" || Enumerable.Range(date.From, date.To - date.From).Any(i => DateWords.Month(words.At(i)) is not null);

    private static bool SaysYear(Words words, DateSpan date)
    {
        var numbers = 0;
        for (var i = date.From; i < date.To; i++)
        {
            if (words[i].Kind == WordKind.Digits && words[i].Fold.Length == 4 || words.At(i) is "an" or "annee")
                return true;
            numbers += words[i].Kind == WordKind.Digits ? 1 : 0;
        }

        return numbers > 2;
    }

    private static bool TellsPastDay(MessageText text, DateOnly reference) => text.Dates(reference).Any(d => d.Date >= reference.AddDays(-LongAgo) && !d.Weak);

    // "n'a pas eu lieu", "pas encore tenue".
    private static bool IsDenied(Words words, Cue cue) => words.At(cue.From - 1) is "pas" or "jamais" || words.At(cue.From - 2) is "pas" or "jamais" || words.At(cue.From - 3) is "pas";
}
