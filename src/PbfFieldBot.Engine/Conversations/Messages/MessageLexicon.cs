using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>A wording found in a text: what it stands for and the words it takes (the last one not included).</summary>
internal readonly record struct Cue(string Name, int From, int To);

/// <summary>What a wording is about, beside the kinds of report.</summary>
internal enum Saying
{
    Audience,
    Language,
    Planned,
    Coming,
    Cancelled,
    Held,
    Question,
    Inquiry,
    Thanks,
    Please,
    Hearsay,
    Complaint,
    Wish,
    Correction,
}

/// <summary>The wordings of messages.fr.yaml.</summary>
internal static class MessageLexicon
{
    private static readonly WordList Lexicon = WordList.Load("messages.fr.yaml");

    /// <summary>The kinds of report, by dialog id.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "reunion_comite", "cadre_concertation", "formation", "atelier", "diffusion", "sensibilisation", "restitution", "sondage",
        "action_parlementaire", "visite_echange", "recommandation", "alerte",
    ];

    /// <summary>What names an activity; one slip in a long word, or an article stuck to it ("latelier"), does not hide it.</summary>
    public static Phrases KindCues { get; } = new(Group("small"), [.. Kinds.Select(k => new PhraseGroup(0, k, Group(k)))], tolerant: true);

    /// <summary>Everything else that messages say, found in one pass.</summary>
    public static Phrases Sayings { get; } = new(
        Group("small"),
        [
            .. Named(Saying.Audience, "audience_", ["membres_secretariat", "comites", "agents_techniques", "parlementaires", "osc", "radios"]),
            .. Named(Saying.Language, "language_", ["fran\u00e7ais", "bambara", "peul", "dogon", "songha\u00ef", "bozo", "tamasheq", "bomu"]),
            Of(Saying.Planned, "planned"), Of(Saying.Coming, "coming"), Of(Saying.Cancelled, "cancelled"), Of(Saying.Held, "held"), Of(Saying.Question, "questions"),
            Of(Saying.Inquiry, "inquiries"), Of(Saying.Thanks, "thanks"), Of(Saying.Please, "please"), Of(Saying.Hearsay, "hearsay"), Of(Saying.Complaint, "complaints"),
            Of(Saying.Wish, "wishes"), Of(Saying.Correction, "corrections"),
        ],
        tolerant: false);

    public static HashSet<string> Group(string name) => Lexicon.Group(name);

    private static IEnumerable<PhraseGroup> Named(Saying saying, string prefix, string[] names) => names.Select(n => new PhraseGroup((int)saying, n, Group(prefix + n)));

    private static PhraseGroup Of(Saying saying, string group) => new((int)saying, group, Group(group));
}
