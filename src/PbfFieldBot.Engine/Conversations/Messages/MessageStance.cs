using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>Whether a message tells what was done, or plans, cancels, asks, wishes, thanks or complains.</summary>
internal static class MessageStance
{
    // "prevue le 10 mars" said in February is not of last year.
    private const int LongAgo = 180;
    private const int ShortestFuture = 7;
    private const int WordsOfABeginning = 5;
    private static readonly HashSet<string> Documents = MessageLexicon.Group("documents");
    private static readonly HashSet<string> Money = MessageLexicon.Group("money");
    private static readonly HashSet<string> Speakers = MessageLexicon.Group("speakers");
    private static readonly HashSet<string> NoFuture = MessageLexicon.Group("no_future");
    private static readonly HashSet<string> Broadcasts = MessageLexicon.Group("broadcasts");

    /// <summary>Why the text is no report; null when nothing speaks against it.</summary>
    public static string? WhyNoReport(Words words, DateOnly reference)
    {
        var held = MessageLexicon.Held.In(words).Exists(c => !IsDenied(words, c));
        if (MessageLexicon.Cancelled.In(words) is [.., var cancelled] && !words.Has("finalement") && !(HeldAfter(words, cancelled.To) && TellsPastDay(words, reference)))
            return "cancelled";
        if (!held && (MessageLexicon.Coming.In(words).Count > 0 || TellsFuture(words) || MessageLexicon.Planned.In(words).Count > 0 && !TellsPastDay(words, reference)))
            return "planned";
        if (!held && (MessageLexicon.Wishes.In(words).Count > 0 || MessageLexicon.Please.In(words).Count > 0 && !TellsPastDay(words, reference)))
            return "wish";
        if (!held && BeginsWith(Money, words) && (!TellsPastDay(words, reference) || !CountsSomething(words)))
            return "wish";
        if (BeginsWith(Documents, words) && !TellsPastDay(words, reference) && !CountsSomething(words))
            return "document";
        if (MessageLexicon.Complaints.In(words).Count > 0)
            return "complaint";
        if (MessageLexicon.Thanks.In(words).Count > 0 && !words.All.Any(w => PeopleWords.IsPeople(w.Fold)))
            return "thanks";
        return Asks(words) && !(words.All.Any(w => PeopleWords.IsPeople(w.Fold)) && TellsPastDay(words, reference)) ? "question" : null;
    }

    // "reportee puis tenue hier".
    private static bool HeldAfter(Words words, int from) => MessageLexicon.Held.In(words).Exists(c => c.From >= from && !IsDenied(words, c));

    // "le budget de l'atelier est de 2 500 000 F", "voici les photos de la formation".
    private static bool BeginsWith(HashSet<string> group, Words words)
    {
        for (var i = 0; i < WordsOfABeginning; i++)
            if (group.Contains(words.At(i)))
                return true;
        return false;
    }

    /// <summary>True when somebody speaks of an activity ("on manque de carburant pour la formation") and nothing says that it was done.</summary>
    public static bool OnlySpeaksOf(Words words) => words.All.Any(w => Speakers.Contains(w.Fold)) && !MessageLexicon.Held.In(words).Exists(c => !IsDenied(words, c));

    /// <summary>True for a question.</summary>
    public static bool Asks(Words words) => words.All.Any(w => w.Fold == "?") || MessageLexicon.Questions.In(words).Count > 0;

    /// <summary>True when people or broadcasts are counted: the sign of an activity that took place.</summary>
    public static bool CountsSomething(Words words) => NumberObstacles.Numbers(words).Any(n => PeopleWords.IsPeople(words.At(n.To)) || Broadcasts.Contains(words.At(n.To)));

    /// <summary>The sentences that tell what was done, and the numbers of the others; no text when all or none do.</summary>
    public static (string? Told, IReadOnlyList<string> Untold) ToldSentences(Words words, DateOnly reference)
    {
        var (told, untold, from) = (new List<string>(), new List<string>(), 0);
        for (var i = 0; i <= words.Count; i++)
        {
            if (i < words.Count && !EndsSentence(words, i))
                continue;
            var sentence = words.Original(from, Math.Min(i + 1, words.Count));
            var piece = Words.Of(sentence);
            if (WhyNoReport(piece, reference) is null)
                told.Add(sentence);
            else
                untold.AddRange(piece.All.Where(w => w.Kind == WordKind.Digits).Select(w => w.Fold));
            from = i + 1;
        }

        return told.Count == 0 ? (null, []) : (string.Join(' ', told), untold);
    }

    private static bool EndsSentence(Words words, int at) => words.At(at) is "!" or "?" or ";" or "\n"
        || words.At(at) == "." && (at + 1 == words.Count || words[at + 1].Loose || words[at + 1].Kind == WordKind.LineEnd);

    private static bool TellsPastDay(Words words, DateOnly reference) => FrenchDates.Scan(words, reference).Any(d => d.Date >= reference.AddDays(-LongAgo) && !d.Weak);

    // "va faire", "allons organiser"; "organiserons", "tiendra".
    private static bool TellsFuture(Words words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = words.At(i);
            if (word.Length >= ShortestFuture && IsFuture(word) && !NoFuture.Contains(word))
                return true;
            if (word is "va" or "vais" or "vas" or "allons" or "allez" or "vont" && (IsInfinitive(words.At(i + 1)) || words.At(i + 1).Length <= 3 && IsInfinitive(words.At(i + 2))))
                return true;
        }

        return false;
    }

    private static bool IsFuture(string word) => EndsWith(word, "erons") || EndsWith(word, "eront") || EndsWith(word, "iront") || EndsWith(word, "drons") || EndsWith(word, "dront") || EndsWith(word, "erai") || EndsWith(word, "era") || EndsWith(word, "drai") || EndsWith(word, "dra");

    private static bool IsInfinitive(string word) => word.Length > 3 && (EndsWith(word, "er") || EndsWith(word, "ir") || EndsWith(word, "re"));

    private static bool EndsWith(string word, string end) => word.EndsWith(end, StringComparison.Ordinal);

    // "n'a pas eu lieu", "pas encore tenue".
    private static bool IsDenied(Words words, Cue cue) => words.At(cue.From - 1) is "pas" or "jamais" || words.At(cue.From - 2) is "pas" or "jamais" || words.At(cue.From - 3) is "pas";
}
