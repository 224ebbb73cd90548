using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>A wording found in a text: what it stands for and the words it takes (the last one not included).</summary>
internal readonly record struct Cue(string Name, int From, int To);

/// <summary>The wordings of messages.fr.yaml, found by their first word; small words between the words of one are passed over.</summary>
internal static class MessageLexicon
{
    private static readonly WordList Lexicon = WordList.Load("messages.fr.yaml");
    private static readonly HashSet<string> Small = Lexicon.Group("small");

    /// <summary>The kinds of report, by dialog id.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "reunion_comite", "cadre_concertation", "formation", "atelier", "diffusion", "sensibilisation", "restitution", "sondage",
        "action_parlementaire", "visite_echange", "recommandation", "alerte",
    ];

    public static Phrases KindCues { get; } = new(Kinds, n => n, tolerant: true);

    public static Phrases Audiences { get; } = new(["membres_secretariat", "comites", "agents_techniques", "parlementaires", "osc", "radios"], n => "audience_" + n);

    public static Phrases Languages { get; } = new(["fran\u00e7ais", "bambara", "peul", "dogon", "songha\u00ef", "bozo", "tamasheq", "bomu"], n => "language_" + n);

    public static Phrases Planned { get; } = new(["planned"], n => n);

    public static Phrases Coming { get; } = new(["coming"], n => n);

    public static Phrases Cancelled { get; } = new(["cancelled"], n => n);

    public static Phrases Held { get; } = new(["held"], n => n);

    public static Phrases Questions { get; } = new(["questions"], n => n);

    public static Phrases Inquiries { get; } = new(["inquiries"], n => n);

    public static Phrases Thanks { get; } = new(["thanks"], n => n);

    public static Phrases Please { get; } = new(["please"], n => n);

    public static Phrases Hearsay { get; } = new(["hearsay"], n => n);

    public static Phrases Complaints { get; } = new(["complaints"], n => n);

    public static Phrases Wishes { get; } = new(["wishes"], n => n);

    public static Phrases Corrections { get; } = new(["corrections"], n => n);

    public static HashSet<string> Group(string name) => Lexicon.Group(name);

    /// <summary>Wordings of one family.</summary>
    /// <param name="tolerant">True when one slip in a long word, or an article stuck to it ("latelier"), does not hide a wording.</param>
    internal sealed class Phrases
    {
        private const int ShortestTypo = 7;
        private readonly Dictionary<string, List<(string Name, string[] Words)>> byFirst = new(StringComparer.Ordinal);
        private readonly LongWords? longWords;

        public Phrases(IEnumerable<string> names, Func<string, string> group, bool tolerant = false)
        {
            foreach (var name in names)
                foreach (var phrase in Lexicon.Group(group(name)))
                {
                    var all = phrase.Split(' ');
                    var words = all.Length > 1 ? all.Where((w, i) => i == 0 || !Small.Contains(w)).ToArray() : all;
                    if (!byFirst.TryGetValue(words[0], out var list))
                        byFirst[words[0]] = list = [];
                    list.Add((name, words));
                }

            foreach (var list in byFirst.Values)
                list.Sort((a, b) => b.Words.Length - a.Words.Length);
            if (tolerant)
                longWords = new LongWords(byFirst.Keys, ShortestTypo);
        }

        /// <summary>The longest wording that begins at a word; null when none does.</summary>
        public Cue? At(Words words, int at)
        {
            if (at >= words.Count || words[at].Kind != WordKind.Letters || ListOf(words.At(at)) is not { } list)
                return null;
            foreach (var (name, phrase) in list)
                if (Match(words, at, phrase) is { } end)
                    return new Cue(name, at, end);
            return null;
        }

        /// <summary>All wordings of a text in order.</summary>
        public List<Cue> In(Words words)
        {
            var found = new List<Cue>();
            for (var i = 0; i < words.Count; i++)
                if (At(words, i) is { } cue)
                {
                    found.Add(cue);
                    i = cue.To - 1;
                }

            return found;
        }

        private List<(string Name, string[] Words)>? ListOf(string word)
        {
            if (byFirst.TryGetValue(word, out var list))
                return list;
            if (longWords is null || word.Length < ShortestTypo - 1 || PeopleWords.IsPeople(word))
                return null;
            if (word[0] is 'l' or 'd' && word[1] is 'a' or 'e' or 'i' or 'o' or 'u' && byFirst.TryGetValue(word[1..], out list))
                return list;
            return longWords.Meant(word) is { } known ? byFirst[known] : null;
        }

        private int? Match(Words words, int at, string[] phrase)
        {
            var i = at + 1;
            foreach (var word in phrase.AsSpan(1))
            {
                while (!Same(words.At(i), word) && (words.At(i) == "-" && !words[i].Loose || Small.Contains(words.At(i)) || i < words.Count && words[i].Kind == WordKind.Digits && Small.Contains(words.At(i - 1))))
                    i++;
                if (!Same(words.At(i), word))
                    return null;
                i++;
            }

            return i;
        }

        private bool Same(string typed, string word) => typed == word
            || longWords is not null && word.Length >= ShortestTypo && typed.Length >= ShortestTypo - 1 && typed[0] == word[0] && Spelling.OneSlip(word, typed);
    }
}
