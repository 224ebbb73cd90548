using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Places;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>A message, or a piece of one that tells one activity: its words, the activities that it names, its subjects. Each is worked out once.</summary>
internal sealed class MessageText
{
    private const int WordsToDenial = 5;
    private static readonly HashSet<string> Because = MessageLexicon.Group("because");
    private static readonly HashSet<string> NotBefore = MessageLexicon.Group("not_before");
    private readonly PlaceNames names;
    private List<(int From, int To)>? subjects;
    private List<Cue>[]? sayings;
    private List<Cue>? named;
    private List<Cue>? cues;
    private (DateOnly Today, IReadOnlyList<DateSpan> Spans)? dates;
    private bool? held;

    public MessageText(string text, PlaceNames names) => (Text, Words, this.names) = (text, Words.Of(text), names);

    public string Text { get; }

    public Words Words { get; }

    /// <summary>The spans that say what an activity was about.</summary>
    public List<(int From, int To)> Subjects => subjects ??= SubjectSpans.In(this);

    /// <summary>The activities that are named outside a subject.</summary>
    public List<Cue> Named => named ??= OutsideSubjects(Committees(MessageLexicon.KindCues.In(Words)[0]));

    /// <summary>The activities that may have taken place: named, and not denied.</summary>
    public List<Cue> Cues => cues ??= Named.FindAll(c => !IsDenied(c));

    /// <summary>True when the activity is said to be done, and not denied.</summary>
    public bool IsHeld => held ??= MessageStance.IsHeld(this);

    /// <summary>What is said of one sort, in order.</summary>
    public List<Cue> Said(Saying saying) => (sayings ??= MessageLexicon.Sayings.In(Words))[(int)saying];

    /// <summary>True when a wording of one sort begins at a word.</summary>
    public bool SaidAt(Saying saying, int at) => Said(saying).Exists(c => c.From == at);

    /// <summary>The dates in order.</summary>
    public IReadOnlyList<DateSpan> Dates(DateOnly today) => (dates is { } known && known.Today == today ? known : (dates = (today, FrenchDates.Scan(Words, today))).Value).Spans;

    /// <summary>Another text with the same places.</summary>
    public MessageText Of(string text) => new(text, names);

    /// <summary>What the text states of one activity.</summary>
    public ReportText As(string kind, DateOnly today, Place? own) => new(this, kind, today, own, names);

    /// <summary>The wordings that do not stand inside a subject.</summary>
    public List<Cue> OutsideSubjects(List<Cue> all) => all.Count == 0 || Subjects.Count == 0 ? all : all.FindAll(c => !Subjects.Exists(s => c.From >= s.From && c.From < s.To));

    // "CR Mopti" is the regional committee; "CR de la formation" is an account.
    private List<Cue> Committees(List<Cue> found)
    {
        if (!Words.Has("cr"))
            return found;
        found = [.. found];
        for (var i = 0; i < Words.Count; i++)
        {
            if (Words.At(i) != "cr" || found.Exists(c => i >= c.From && i < c.To))
                continue;
            var place = Words.At(i + 1) is "de" or "d" ? i + 2 : i + 1;
            if (place < Words.Count && names.ExactAt(Words, place, null) is not null)
                found.Insert(found.FindIndex(c => c.From > i) is >= 0 and var next ? next : found.Count, new Cue("reunion_comite", i, i + 1));
        }

        return found;
    }

    // "pas de reunion", "aucune formation", "on n'a pas fait de sensibilisation".
    private bool IsDenied(Cue cue)
    {
        if (NotBefore.Contains(Words.At(cue.From - 1)) || NotBefore.Contains(Words.At(cue.From - 2) + " " + Words.At(cue.From - 1)))
            return true;
        if (cue.Name == "alerte" && IsBecause(cue.From))
            return true;
        if (Words.At(cue.From - 1) is not ("de" or "d"))
            return false;
        for (var i = cue.From - 2; i >= Math.Max(0, cue.From - WordsToDenial); i--)
            if (Words.At(i) is "pas" or "jamais" or "plus" && Words.At(i + 1) is not ("de" or "d"))
                return true;
        return false;
    }

    // "a cause de l'attaque".
    private bool IsBecause(int at)
    {
        while (at > 0 && Words.At(at - 1) is "de" or "d" or "l" or "la" or "le" or "des" or "du" or "a" or "les")
            at--;
        return at > 0 && Because.Contains(Words.At(at - 1));
    }
}
