using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.People;

namespace PbfFieldBot.Submissions;

/// <summary>Who reviews a report: the coordinators of its area; when there is none, those of its author's area; then those of the whole project.</summary>
public static class Reviewers
{
    public static async Task<IReadOnlyList<Person>> OfAsync(FieldDb db, string area, string authorsArea, CancellationToken stop)
    {
        var coordinators = await db.People.Where(p => p.Role != Role.Partner && p.RevokedAt == null).OrderBy(p => p.Id).ToListAsync(stop);
        return Of(coordinators, area, authorsArea);
    }

    private static List<Person> Of(List<Person> coordinators, string area, string authorsArea)
    {
        foreach (var searched in new[] { area, authorsArea })
            if (coordinators.FindAll(c => Areas.Covers(c.Area, searched)) is { Count: > 0 } found)
                return found;
        return coordinators.FindAll(c => c.Area == Areas.National);
    }
}
