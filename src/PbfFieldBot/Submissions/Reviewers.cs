using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.People;

namespace PbfFieldBot.Submissions;

/// <summary>Who reviews a report: the coordinators of its area; when there is none, those of its author's area; then those of the whole project. Read once for one piece of work.</summary>
public sealed class Reviewers(FieldDb db)
{
    private List<Person>? coordinators;

    /// <summary>True when that coordinator reviews reports of that area and author.</summary>
    public async Task<bool> IsAmongAsync(Person coordinator, string area, string authorsArea, CancellationToken stop) =>
        coordinator.Role is not Role.Partner && (await OfAsync(area, authorsArea, stop)).Any(r => r.Id == coordinator.Id);

    public async Task<IReadOnlyList<Person>> OfAsync(string area, string authorsArea, CancellationToken stop)
    {
        coordinators ??= await db.People.AsNoTracking().Where(p => p.Role != Role.Partner && p.RevokedAt == null).OrderBy(p => p.Id).ToListAsync(stop);
        foreach (var searched in new[] { area, authorsArea })
            if (coordinators.FindAll(c => Areas.Covers(c.Area, searched)) is { Count: > 0 } found)
                return found;
        return coordinators.FindAll(c => c.Area == Areas.National);
    }
}
