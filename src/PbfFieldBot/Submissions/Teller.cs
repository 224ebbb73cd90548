using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.French;
using PbfFieldBot.People;

namespace PbfFieldBot.Submissions;

/// <summary>Finds who told a coordinator a report, by the name that the coordinator gave: a partner or an organisation of the coordinator's area; others stay a name.</summary>
internal static class Teller
{
    /// <summary>The author of a report that the coordinator typed: the partner when one is meant, else the coordinator for the organisation when one is meant.</summary>
    public static async Task<Author> FindAsync(FieldDb db, Person coordinator, string name, CancellationToken stop)
    {
        var wanted = Folding.Fold(name);
        var partners = await db.People.Where(p => p.Role == Role.Partner && p.RevokedAt == null).ToListAsync(stop);
        var named = partners.FindAll(p => Areas.Covers(coordinator.Area, p.Area) && Folding.Fold(p.Name) == wanted);
        if (named.Count == 1)
            return new Author(named[0], named[0].OrganisationId is { } own ? await db.Organisations.FindAsync([own], stop) : null);
        var organisations = await db.Organisations.ToListAsync(stop);
        return new Author(coordinator, organisations.Find(o => Folding.Fold(o.Name) == wanted));
    }
}
