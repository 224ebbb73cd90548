using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;

namespace PbfFieldBot.People;

/// <summary>For whom an invitation is made.</summary>
public sealed record Invitee(Role Role, string Name, string Area, long? OrganisationId = null, string? Kind = null);

/// <summary>What an invitation's code led to. <paramref name="Refusal"/> is for our own eyes: people read the same sentence whatever the reason.</summary>
public sealed record Redemption(Person? Person, InvitationRefusal? Refusal);

/// <summary>Why a code was not taken.</summary>
public enum InvitationRefusal
{
    Unknown,
    Used,
    Expired,
}

/// <summary>Makes one-time codes and takes them in. The code itself is never stored, only its hash.</summary>
public static class Invitations
{
    public static readonly TimeSpan ValidFor = TimeSpan.FromDays(7);

    // 144 random bits: 24 signs, within the 64 of a Telegram deep link.
    private const int CodeBytes = 18;

    /// <summary>Adds an invitation to the context and returns its code.</summary>
    public static string Create(FieldDb db, Invitee invitee, DateTimeOffset now)
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
            ExpiresAt = (now + ValidFor).UtcTicks,
        });
        return code;
    }

    /// <summary>Takes a code from a chat: makes the person, or gives a known person the new role; reports and conversation stay with them.</summary>
    public static async Task<Redemption> RedeemAsync(FieldDb db, string code, string channel, long chatId, DateTimeOffset now, CancellationToken stop)
    {
        var hash = HashOf(code);
        var invitation = await db.Invitations.AsNoTracking().FirstOrDefaultAsync(i => i.CodeHash == hash, stop);
        var known = await db.People.FirstOrDefaultAsync(p => p.Channel == channel && p.ChatId == chatId, stop);
        if (invitation is null)
            return new(null, InvitationRefusal.Unknown);
        if (invitation.UsedAt is not null)
            return known is { RevokedAt: null } && known.Id == invitation.PersonId ? new(known, null) : new(null, InvitationRefusal.Used);
        if (invitation.ExpiresAt <= now.UtcTicks)
            return new(null, InvitationRefusal.Expired);
        var person = known ?? db.People.Add(new Person { Name = "", Area = "", Channel = channel, ChatId = chatId, JoinedAt = ToTheMinute(now) }).Entity;
        (person.Role, person.Name, person.Area) = (invitation.Role, invitation.Name, invitation.Area);
        (person.OrganisationId, person.Kind, person.RevokedAt, person.Unreachable) = (invitation.OrganisationId, invitation.Kind, null, false);
        await db.SaveChangesAsync(stop);

        // Two chats with the same code in the same instant: the database lets one of them through.
        var won = await db.Invitations.Where(i => i.Id == invitation.Id && i.UsedAt == null)
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.UsedAt, now.UtcTicks).SetProperty(x => x.PersonId, person.Id), stop);
        return won == 1 ? new(person, null) : throw new InvalidOperationException("an invitation was taken twice at once: " + invitation.Id);
    }

    private static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    private static long ToTheMinute(DateTimeOffset time) => time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMinute);
}
