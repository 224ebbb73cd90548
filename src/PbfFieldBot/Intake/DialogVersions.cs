using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs;

namespace PbfFieldBot.Intake;

/// <summary>Every version of a dialog that some conversation began with: today's from the catalog, older ones from the database.</summary>
public sealed class DialogVersions(FieldDatabase database, DialogCatalog catalog)
{
    private readonly ConcurrentDictionary<string, Dialog?> older = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> stored = new(StringComparer.Ordinal);

    /// <summary>The dialog of a key; null when it was never stored.</summary>
    public Dialog? Find(string key) => catalog.Dialogs.FirstOrDefault(d => d.Key == key) ?? older.GetOrAdd(key, ReadStored);

    /// <summary>Keeps the dialog of a conversation that begins, once.</summary>
    public void Keep(FieldDb db, string key)
    {
        if (stored.ContainsKey(key) || catalog.Dialogs.FirstOrDefault(d => d.Key == key) is not { } dialog)
            return;
        var sources = ConversationJson.Write(dialog.Sources);
        db.Database.ExecuteSql($"""
            INSERT INTO "Dialogs" ("Key", "Kind", "Version", "Sources") VALUES ({key}, {dialog.Id}, {dialog.Version}, {sources}) ON CONFLICT DO NOTHING
            """);
    }

    /// <summary>The batch that kept these dialogs is committed: they need not be looked for again.</summary>
    public void Kept(IEnumerable<string> keys)
    {
        foreach (var key in keys)
            stored.TryAdd(key, true);
    }

    private Dialog? ReadStored(string key)
    {
        using var db = database.NewContext();
        return db.Dialogs.Find(key) is { } dialog ? DialogReader.FromSources(dialog.Kind, ConversationJson.Read<Dictionary<string, string>>(dialog.Sources)) : null;
    }
}
