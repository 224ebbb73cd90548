using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Indicators;

namespace PbfFieldBot.TestKit;

/// <summary>The questions that indicators count, and nothing else: dialogs for tests of the figures.</summary>
public static class CountedDialogs
{
    private const string Date = "  - { type: date, name: date, label: Quel jour ?, required: true }\n";
    private const string Place = "  - { type: place, name: place, label: Où ?, required: true }\n";
    private const string Participants = "  - { type: headcount, name: participants, label: Combien de personnes ?, required: true }\n";

    private static readonly (string Id, string Questions)[] Texts =
    [
        ("reunion_comite", Date + Place + Participants),
        ("cadre_concertation", "  - { type: text, name: body, label: Quel cadre ? }\n" + Date + Place + Participants),
        ("formation", "  - { type: text, name: audience, label: Qui ?, required: true }\n" + Date + Place + Participants
            + "  - { type: headcount, name: already_trained, label: Combien étaient déjà formées ? }\n"),
        ("atelier", Date + Place + Participants),
        ("diffusion", "  - { type: text, name: radio_name, label: Quelle radio ?, register: radio, required: true }\n" + Date + Place
            + "  - { type: integer, name: broadcasts, label: Combien de diffusions ?, required: true }\n"),
        ("sensibilisation", Date + Place + Participants),
        ("restitution", Date + Place + Participants),
        ("sondage", Date + Place),
        ("action_parlementaire", Date + Place),
        ("visite_echange", Date + Place + Participants),
        ("recommandation", Date + Place + "  - { type: text, name: theme, label: Laquelle ?, register: recommandation, required: true }\n"),
        ("alerte", Date + Place),
        ("mesure", "  - { type: text, name: indicator, label: Quel indicateur ?, required: true }\n  - { type: decimal, name: value, label: Combien ?, required: true }\n"
            + "  - { type: text, name: source, label: Quelle source ? }\n" + Date),
        ("raison", "  - { type: text, name: indicator, label: Quel indicateur ?, required: true }\n  - { type: text, name: reason, label: Quelle raison ?, required: true }\n" + Date),
        ("appui", "  - { type: text, name: organisation, label: Quelle organisation ?, required: true }\n  - { type: text, name: organisation_kind, label: De quel genre ?, required: true }\n"
            + Date + "  - { type: place, name: place, label: Où ? }\n"),
    ];

    /// <summary>All of them, read as a dialogs folder is.</summary>
    public static IReadOnlyList<Dialog> All { get; } = [.. Texts.Select(t => Read(t.Id, t.Questions))];

    /// <summary>The dialog of that id.</summary>
    public static Dialog Find(string id) => All.First(d => d.Id == id);

    /// <summary>The shipped results framework over these dialogs.</summary>
    public static ResultsFramework Framework { get; } = ReadFramework();

    private static Dialog Read(string id, string questions)
    {
        var findings = new Findings();
        var files = new Dictionary<string, string> { [DialogReader.FileOf(id)] = $"version: 1\ntitle: {id}\nquestions:\n{questions}" };
        return DialogReader.Read(id, files, findings) is { } dialog && !findings.Any ? dialog : throw new InvalidOperationException(string.Join('\n', findings.Problems));
    }

    private static ResultsFramework ReadFramework()
    {
        var findings = new Findings();
        var framework = ResultsFrameworkReader.Read(Repository.Text("dialogs/" + ResultsFrameworkReader.File), All, findings);
        return findings.Any ? throw new InvalidOperationException(string.Join('\n', findings.Problems)) : framework;
    }
}
