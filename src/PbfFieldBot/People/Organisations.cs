using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.French;

namespace PbfFieldBot.People;

/// <summary>Finds organisations by name, whatever the accents and capitals, and keeps new ones.</summary>
public static class Organisations
{
    /// <summary>The five kinds of partner.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["comite", "radio", "osc", "adr", "secretariat"];

    public static Task<Organisation?> FindAsync(FieldDb db, string name, CancellationToken stop)
    {
        var key = Folding.Fold(name);
        return db.Organisations.FirstOrDefaultAsync(o => o.Key == key, stop);
    }

    /// <summary>The organisation of that name, made when it is new. Saved at once, since others will refer to its id.</summary>
    public static async Task<Organisation> FindOrAddAsync(FieldDb db, string name, string kind, string area, CancellationToken stop)
    {
        if (await FindAsync(db, name, stop) is { } known)
            return known;
        var added = new Organisation { Name = name.Trim(), Key = Folding.Fold(name), Kind = kind, Area = area };
        db.Organisations.Add(added);
        await db.SaveChangesAsync(stop);
        return added;
    }
}
