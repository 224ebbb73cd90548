using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;

namespace PbfFieldBot.People;

/// <summary>Takes a person's access away: nothing more is sent to that chat and nothing taken from it. Reports keep their author.</summary>
public static class Revocation
{
    /// <summary>Takes the access away in the caller's transaction: drafts, messages that wait and files on their way go with it.</summary>
    public static async Task RevokeAsync(FieldDb db, Person person, DateTimeOffset now, CancellationToken stop)
    {
        var (id, channel, chat, at) = (person.Id, person.Channel, person.ChatId, now.UtcTicks);
        person.RevokedAt = at;
        await db.People.Where(p => p.Id == id).ExecuteUpdateAsync(p => p.SetProperty(x => x.RevokedAt, at), stop);
        await db.Outbox.Where(m => m.Channel == channel && m.ChatId == chat).ExecuteDeleteAsync(stop);
        await db.SentSlots.Where(s => s.Channel == channel && s.ChatId == chat).ExecuteDeleteAsync(stop);
        await db.FilesToFetch.Where(f => f.PersonId == id).ExecuteDeleteAsync(stop);
        await db.Conversations.Where(c => c.PersonId == id).ExecuteDeleteAsync(stop);
        await Invitations.WithdrawForAsync(db, id, now, stop);
    }

    /// <summary>True when one person may take another's access away, or invite them anew: administrators everybody else, coordinators the partners of their area.</summary>
    public static bool IsAllowed(Person who, Person whom) => who.Id != whom.Id && who.Role switch
    {
        Role.Administrator => true,
        Role.Coordinator => whom.Role is Role.Partner && Areas.Covers(who.Area, whom.Area),
        _ => false,
    };
}
