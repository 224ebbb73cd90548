namespace PbfFieldBot.Tests;

/// <summary>Dialogs of one or two questions, for tests of what happens around a conversation.</summary>
internal static class SmallDialogs
{
    public static readonly (string Id, string Yaml) Meeting = ("reunion_comite", """
        version: 1
        title: Réunion de comité
        questions:
          - { type: text, name: theme, label: Quel était le thème ?, title: Thème, required: yes }
        """);

    public static readonly (string Id, string Yaml) Alert = ("alerte", """
        version: 1
        title: Alerte
        review: automatic
        questions:
          - { type: text, name: theme, label: Que se passe-t-il ?, title: Incident, required: yes }
        """);

    public static readonly (string Id, string Yaml) Measure = ("mesure", """
        version: 1
        title: Mesure
        for: coordinators
        questions:
          - { type: text, name: source, label: Quelle est la source ?, title: Source, required: yes }
        """);
}
