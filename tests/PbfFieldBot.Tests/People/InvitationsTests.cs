using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.People;
using Xunit;

namespace PbfFieldBot.Tests.People;

public sealed class InvitationsTests : IAsyncLifetime
{
    private static readonly CancellationToken Stop = CancellationToken.None;
    private static readonly DateTimeOffset Now = new(2020, 11, 12, 9, 30, 45, TimeSpan.Zero);
    private readonly TestDatabase place = TestDatabase.Create();
    private FieldDatabase database = null!;

    [Fact]
    public async Task ACodeGivesThePersonWhatTheInvitationSays()
    {
        var code = await InviteAsync(new(Role.Coordinator, "Oumar", "ML05"));
        var person = (await RedeemAsync(code, 7)).Person;
        Assert.Equal((Role.Coordinator, "Oumar", "ML05", 7L), (person!.Role, person.Name, person.Area, person.ChatId));
        Assert.Equal(new DateTimeOffset(2020, 11, 12, 9, 30, 0, TimeSpan.Zero).UtcTicks, person.JoinedAt);
    }

    [Fact]
    public async Task ACodeWorksOnce()
    {
        var code = await InviteAsync(new(Role.Partner, "Aminata", "ML05"));
        await RedeemAsync(code, 7);
        Assert.Equal(InvitationRefusal.Used, (await RedeemAsync(code, 8)).Refusal);
    }

    [Fact]
    public async Task PressingTheLinkAgainIsNoMistake()
    {
        var code = await InviteAsync(new(Role.Partner, "Aminata", "ML05"));
        var first = await RedeemAsync(code, 7);
        Assert.Equal(first.Person!.Id, (await RedeemAsync(code, 7)).Person?.Id);
    }

    [Fact]
    public async Task ACodeExpiresAfterSevenDays()
    {
        var code = await InviteAsync(new(Role.Partner, "Aminata", "ML05"));
        Assert.Equal(InvitationRefusal.Expired, (await RedeemAsync(code, 7, Now.AddDays(7))).Refusal);
    }

    [Fact]
    public async Task AnInventedCodeIsRefused() => Assert.Equal(InvitationRefusal.Unknown, (await RedeemAsync("AAAAAAAAAAAAAAAAAAAAAAAA", 7)).Refusal);

    [Fact]
    public async Task ANewInvitationMovesAKnownPersonToTheNewRole()
    {
        var before = (await RedeemAsync(await InviteAsync(new(Role.Partner, "Aminata", "ML0505")), 7)).Person!;
        var after = (await RedeemAsync(await InviteAsync(new(Role.Coordinator, "Aminata D.", "ML05")), 7)).Person!;
        Assert.Equal(before.Id, after.Id);
        Assert.Equal((Role.Coordinator, "ML05"), (after.Role, after.Area));
    }

    [Fact]
    public async Task OnlyAHashOfTheCodeIsStored()
    {
        var code = await InviteAsync(new(Role.Partner, "Aminata", "ML05"));
        await using var db = database.NewContext();
        var stored = await db.Invitations.SingleAsync(Stop);
        Assert.Equal(64, stored.CodeHash.Length);
        Assert.DoesNotContain(code, stored.CodeHash, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task ANewPhoneKeepsThePersonAndTheOldOneIsAStrangers()
    {
        var before = (await RedeemAsync(await InviteAsync(new(Role.Partner, "Aminata", "ML0505")), 7)).Person!;
        var after = (await RedeemAsync(await InviteAsync(Invitee.Of(before)), 8)).Person!;
        Assert.Equal((before.Id, 8L, "Aminata"), (after.Id, after.ChatId, after.Name));
        await using var db = database.NewContext();
        Assert.False(await db.People.AnyAsync(p => p.ChatId == 7, Stop));
    }

    [Fact]
    public async Task ANewPhoneThatIsSomebodysIsNotTakenFromThem()
    {
        var aminata = (await RedeemAsync(await InviteAsync(new(Role.Partner, "Aminata", "ML05")), 7)).Person!;
        await RedeemAsync(await InviteAsync(new(Role.Administrator, "Awa", "NAT")), 8);
        Assert.Equal(InvitationRefusal.Taken, (await RedeemAsync(await InviteAsync(Invitee.Of(aminata)), 8)).Refusal);
    }

    [Fact, Trait("Ligne", "A03")]
    public async Task AWithdrawnCodeIsRefused()
    {
        var aminata = (await RedeemAsync(await InviteAsync(new(Role.Partner, "Aminata", "ML05")), 7)).Person!;
        var code = await InviteAsync(Invitee.Of(aminata));
        await using (var db = database.NewContext())
            Assert.Equal(1, await Invitations.WithdrawForAsync(db, aminata.Id, Now, Stop));
        Assert.Equal(InvitationRefusal.Withdrawn, (await RedeemAsync(code, 8)).Refusal);
    }

    [Fact, Trait("Ligne", "A02")]
    public async Task ACodeHasAtLeast128RandomBitsAndNoneIsLikeAnother()
    {
        var codes = new HashSet<string>();
        for (var i = 0; i < 200; i++)
            codes.Add(await InviteAsync(new(Role.Partner, "Aminata", "ML05")));
        Assert.Equal(200, codes.Count);
        Assert.All(codes, c => Assert.True(c.Length * 6 >= 128 && c.Length <= 64 && c.All(s => char.IsAsciiLetterOrDigit(s) || s is '-' or '_')));
    }

    public async ValueTask InitializeAsync() => database = await FieldDatabase.OpenAsync(place.Address, Stop);

    public ValueTask DisposeAsync()
    {
        database.Dispose();
        place.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<string> InviteAsync(Invitee invitee)
    {
        await using var db = database.NewContext();
        var code = Invitations.Create(db, invitee, Now);
        await db.SaveChangesAsync(Stop);
        return code;
    }

    private async Task<Redemption> RedeemAsync(string code, long chat, DateTimeOffset? at = null)
    {
        await using var db = database.NewContext();
        return await Invitations.RedeemAsync(db, code, "telegram", chat, at ?? Now, Stop);
    }
}
