using System.Text.Json;
using PbfFieldBot.Channels;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Indicators;
using PbfFieldBot.Submissions;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Tests.Submissions;

/// <summary>Rows B07, B08 and A04: who has no right over a report changes nothing by any button or word, and learns nothing.</summary>
public sealed class RightsTests : IAsyncLifetime
{
    private const int RandomPayloads = 1500;
    private FieldBotApp app = null!;
    private Phone aminata = null!;

    public static TheoryData<ReportAct> Acts => [.. Enum.GetValues<ReportAct>()];

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task APartnerMayDoNothingToSomebodyElsesReport(ReportAct act)
    {
        var before = await StateAsync();
        await PressAsync(await app.EnrolAsync(Role.Partner, "Bintou"), act);
        Assert.Equal(before, await StateAsync());
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task AnAuthorMayNotDecideOnTheOwnReport(ReportAct act)
    {
        if (act is ReportAct.Undo or ReportAct.Correct or ReportAct.AnswerNow or ReportAct.ShowOwn)
            return;
        var before = await StateAsync();
        await PressAsync(aminata, act);
        Assert.Equal(before, await StateAsync());
        Assert.Equal("Je ne trouve pas ce rapport.", aminata.Last());
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task ACoordinatorOfAnotherAreaMayDoNothing(ReportAct act)
    {
        var before = await StateAsync();
        await PressAsync(await app.EnrolAsync(Role.Coordinator, "Fatou", "ML04"), act);
        Assert.Equal(before, await StateAsync());
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task SomebodyWhoseAccessWasTakenAwayMayDoNothingAndGetsNothing(ReportAct act)
    {
        var fatou = await app.EnrolAsync(Role.Coordinator, "Fatou");
        await app.Database.WriteAsync(async db => (await db.People.FindAsync([3L]))!.RevokedAt = 1, CancellationToken.None);
        var before = await StateAsync();
        await PressAsync(fatou, act);
        Assert.Equal(before, await StateAsync());
        Assert.DoesNotContain(fatou.News(), text => text.Contains("Koro", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CoordinatorsWordsOfAPartnerChangeNothing()
    {
        var bintou = await app.EnrolAsync(Role.Partner, "Bintou");
        var receipt = (await app.RowsAsync<StoredSubmission>())[0].Receipt;
        var before = await StateAsync();
        foreach (var words in (string[])["à valider", receipt, "approuver", "approuver " + receipt, "/avalider", "corriger " + receipt, "annuler la correction", "rejeter " + receipt])
            await bintou.SaysAsync(words);
        Assert.Equal(before, await StateAsync());
        Assert.DoesNotContain(bintou.News(), text => text.Contains("Koro", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NoForgedButtonChangesAnything()
    {
        var phones = new[] { await app.EnrolAsync(Role.Partner, "Bintou"), await app.EnrolAsync(Role.Coordinator, "Fatou", "ML04"), app.NewPhone() };
        var before = await StateAsync();
        var random = new Random(20201112);
        for (var i = 0; i < RandomPayloads; i += 50)
            await app.TakeAsync([.. Enumerable.Range(0, 50).Select(_ => app.Update(phones[random.Next(3)].Chat, new Pressed(Payload(random))))]);
        Assert.Equal(before, await StateAsync());
    }

    public async ValueTask InitializeAsync()
    {
        app = await FieldBotApp.StartAsync(ShippedDialogs.Catalog);
        await app.EnrolAsync(Role.Coordinator, "Oumar");
        aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        await aminata.SaysAsync("Atelier hier à Koro, 15 participants dont 6 femmes");
        await aminata.SaysAsync("oui");
        aminata.ReadAway();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task PressAsync(Phone phone, ReportAct act) => app.TakeAsync(app.Update(phone.Chat, new Pressed(ReportPress.Labelled(1, act, "x", 1).Data)));

    // Half of them look like ours.
    private static string Payload(Random random)
    {
        var noise = new string([.. Enumerable.Range(0, random.Next(1, 80)).Select(_ => (char)random.Next(1, 0x2100))]);
        return random.Next(6) switch
        {
            0 => noise,
            1 => $"v{random.Next(-2, 4)}:{(char)random.Next('a', 'z' + 1)}{(random.Next(2) == 0 ? "" : random.Next(-1, 9).ToString(System.Globalization.CultureInfo.InvariantCulture))}",
            2 => $"v1:{noise}",
            3 => "v1:a' OR 1=1; DROP TABLE Submissions; --",
            4 => $"q{random.Next(0, 5)}:{noise}",
            _ => $"v{new string('9', random.Next(1, 30))}:a",
        };
    }

    // What counts and who may do what; talks and answers may differ.
    private async Task<string> StateAsync() => JsonSerializer.Serialize(new object[]
    {
        await app.RowsAsync<StoredSubmission>(), await app.RowsAsync<SubmissionRevision>(), await app.RowsAsync<StoredContribution>(),
        await app.RowsAsync<DayCell>(), await app.RowsAsync<MonthCell>(), (await app.RowsAsync<ReviewDesk>()).Where(d => d.Step is not null || d.Opened is not null),
    });
}
