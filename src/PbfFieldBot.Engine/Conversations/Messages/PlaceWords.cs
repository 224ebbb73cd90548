namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>Words that lead to a place in a message.</summary>
internal static class PlaceWords
{
    private static readonly HashSet<string> Leads =
        ["a", "au", "de", "du", "d", "vers", "commune", "cercle", "village", "ville", "region", "localite", "regional", "communale", "crocsad", "clocsad", "ccocsad", "techniques", "technique", "communautaires", "restitution", "formation", "atelier", "sensibilisation", "osc", "asso"];

    private static readonly HashSet<string> Buildings = MessageLexicon.Group("buildings");
    private static readonly HashSet<string> Levels = ["commune", "cercle", "village", "ville", "region"];

    /// <summary>True for words after which a name typed by the ear may be a place.</summary>
    public static bool Lead(string word) => Leads.Contains(word);

    /// <summary>"au gouvernorat", "a la mairie": where people sat.</summary>
    public static bool IsBuilding(string word) => Buildings.Contains(word);

    public static bool IsLevel(string word) => Levels.Contains(word);
}
