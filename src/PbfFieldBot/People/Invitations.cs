using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;

namespace PbfFieldBot.People;

/// <summary>For whom an invitation is made. <paramref name="PersonId"/>: somebody known, who changes phone and keeps role, reports and history.</summary>
public sealed record Invitee(Role Role, string Name, string Area, long? OrganisationId = null, string? Kind = null, long? PersonId = null)
{
    /// <summary>A known person, for another phone.</summary>
    public static Invitee Of(Person person) => new(person.Role, person.Name, person.Area, person.OrganisationId, person.Kind, person.Id);
}

/// <summary>What an invitation's code led to. <paramref name="Refusal"/> is for our own eyes: people read the same sentence whatever the reason.</summary>
public sealed record Redemption(Person? Person, InvitationRefusal? Refusal);

/// <summary>Why a code was not taken.</summary>
public enum InvitationRefusal
{
    Unknown,
    Used,
    Expired,
    Withdrawn,

    /// <summary>The chat belongs to somebody else, who would lose it.</summary>
    Taken,
}

/// <summary>Makes one-time codes and takes them in. The code itself is never stored, only its hash.</summary>
public static class Invitations
{
    public static readonly TimeSpan ValidFor = TimeSpan.FromDays(7);

    // 144 random bits: 24 signs, within the 64 of a Telegram deep link.
    private const int CodeBytes = 18;

    /// <summary>Adds an invitation to the context and returns its code.</summary>
    public static string Create(FieldDb db, Invitee invitee, DateTimeOffset now, long? by = null)
    {
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(CodeBytes));
        db.Invitations.Add(new Invitation
        {
            CodeHash = HashOf(code),
            Role = invitee.Role,
            Name = invitee.Name,
            OrganisationId = invitee.OrganisationId,
            Kind = invitee.Kind,
            Area = invitee.Area,
            PersonId = invitee.PersonId,
            InvitedBy = by,
            ExpiresAt = (now + ValidFor).UtcTicks,
        });
        return code;
    }

    /// <summary>Takes a code from a chat: makes the person, or gives a known person the new role or the new phone; reports and conversation stay with them.</summary>
    public static async Task<Redemption> RedeemAsync(FieldDb db, string code, string channel, long chatId, DateTimeOffset now, CancellationToken stop)
    {
        var hash = HashOf(code);
        var invitation = await db.Invitations.AsNoTracking().FirstOrDefaultAsync(i => i.CodeHash == hash, stop);
        var known = await db.People.FirstOrDefaultAsync(p => p.Channel == channel && p.ChatId == chatId, stop);
        if (invitation is null)
            return new(null, InvitationRefusal.Unknown);
        if (invitation.UsedAt is not null)
            return known is { RevokedAt: null } && known.Id == invitation.PersonId ? new(known, null) : new(null, InvitationRefusal.Used);
        if (invitation.WithdrawnAt is not null)
            return new(null, InvitationRefusal.Withdrawn);
        if (invitation.ExpiresAt <= now.UtcTicks)
            return new(null, InvitationRefusal.Expired);
        if (await PersonForAsync(db, invitation, known, channel, chatId, now, stop) is not { } person)
            return new(null, InvitationRefusal.Taken);
        await db.SaveChangesAsync(stop);

        // Two chats with the same code in the same instant: the database lets one of them through.
        var won = await db.Invitations.Where(i => i.Id == invitation.Id && i.UsedAt == null && i.WithdrawnAt == null)
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.UsedAt, now.UtcTicks).SetProperty(x => x.PersonId, person.Id), stop);
        return won == 1 ? new(person, null) : throw new InvalidOperationException("an invitation was taken twice at once: " + invitation.Id);
    }

    /// <summary>Withdraws the invitations for a known person that nobody used yet.</summary>
    public static Task<int> WithdrawForAsync(FieldDb db, long personId, DateTimeOffset now, CancellationToken stop) => db.Invitations
        .Where(i => i.PersonId == personId && i.UsedAt == null && i.WithdrawnAt == null)
        .ExecuteUpdateAsync(i => i.SetProperty(x => x.WithdrawnAt, now.UtcTicks), stop);

    private static async Task<Person?> PersonForAsync(FieldDb db, Invitation invitation, Person? known, string channel, long chatId, DateTimeOffset now, CancellationToken stop)
    {
        var person = invitation.PersonId is not { } id
            ? known ?? db.People.Add(new Person { Name = "", Area = "", Channel = channel, ChatId = chatId, JoinedAt = ToTheMinute(now) }).Entity
            : await MoveAsync(db, id, known, channel, chatId, stop);
        if (person is null)
            return null;
        (person.Role, person.Name, person.Area) = (invitation.Role, invitation.Name, invitation.Area);
        (person.OrganisationId, person.Kind, person.RevokedAt, person.Unreachable) = (invitation.OrganisationId, invitation.Kind, null, false);
        return person;
    }

    // The same person on another phone: what waits to be said follows, the old chat is a stranger's from now on.
    private static async Task<Person?> MoveAsync(FieldDb db, long id, Person? known, string channel, long chatId, CancellationToken stop)
    {
        if (known is { RevokedAt: null } && known.Id != id)
            return null;
        var person = await db.People.FindAsync([id], stop) ?? throw new InvalidOperationException("an invitation for nobody: " + id);
        if (known is not null && known.Id != id)
        {
            (known.Channel, known.ChatId) = (Person.NoChannel, -known.Id);
            await db.SaveChangesAsync(stop);
        }

        var (oldChannel, oldChat) = (person.Channel, person.ChatId);
        await db.Outbox.Where(m => m.Channel == oldChannel && m.ChatId == oldChat).ExecuteUpdateAsync(m => m.SetProperty(x => x.Channel, channel).SetProperty(x => x.ChatId, chatId).SetProperty(x => x.EditsMessageId, (long?)null), stop);
        await db.SentSlots.Where(s => s.Channel == oldChannel && s.ChatId == oldChat).ExecuteDeleteAsync(stop);
        (person.Channel, person.ChatId) = (channel, chatId);
        return person;
    }

    private static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    private static long ToTheMinute(DateTimeOffset time) => time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMinute);
}
