using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Indicators;

namespace PbfFieldBot.People;

/// <summary>The registers of what distinct counting counts: supported organisations, stations, recommendations.</summary>
public static class Registers
{
    public const string Organisation = "organisation";
    public const string Radio = "radio";
    public const string Recommendation = "recommandation";

    public static Task<RegisterEntry?> FindAsync(FieldDb db, string kind, string name, CancellationToken stop)
    {
        var key = RegisterKey.Of(kind, name);
        return db.Register.FirstOrDefaultAsync(e => e.Kind == kind && e.Key == key, stop);
    }

    /// <summary>The entry of that name, made when it is new. Saved at once, since contributions refer to its id.</summary>
    public static async Task<RegisterEntry> FindOrAddAsync(FieldDb db, string kind, string name, string area, CancellationToken stop)
    {
        if (await FindAsync(db, kind, name, stop) is { } known)
            return known;
        var added = new RegisterEntry { Kind = kind, Name = name.Trim(), Key = RegisterKey.Of(kind, name), Area = area };
        db.Register.Add(added);
        await db.SaveChangesAsync(stop);
        return added;
    }
}
