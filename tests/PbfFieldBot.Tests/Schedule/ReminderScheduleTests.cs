using System.Globalization;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Expected;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using PbfFieldBot.Schedule;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Tests.Schedule;

/// <summary>A radio reports each week until Friday; the overdue are reminded on Saturday and Monday.</summary>
public sealed class ReminderScheduleTests : IAsyncLifetime
{
    private FieldBotApp app = null!;
    private Phone radio = null!;

    [Theory]
    [InlineData("2020-11-20 12:00", 0)]
    [InlineData("2020-11-21 07:59", 0)]
    [InlineData("2020-11-21 08:00", 1)]
    [InlineData("2020-11-21 17:59", 1)]
    [InlineData("2020-11-21 18:00", 0)]
    public async Task OnlyTheOverdueAreRemindedAndInDaytime(string time, int expected)
    {
        At(time);
        Assert.Equal(expected, await RemindAsync());
    }

    [Fact]
    public async Task InFourWeeksOfSilenceEachPeriodHasTwoRemindersWhateverTheRestarts()
    {
        for (At("2020-11-16 00:00"); app.Clock.GetUtcNow() < Time("2020-12-14 00:00"); app.Clock.Advance(TimeSpan.FromMinutes(50)))
            await Task.WhenAll(RemindAsync(), RemindAsync());
        var sent = await app.RowsAsync<SentReminder>();
        Assert.Equal(["2020-W47/1", "2020-W47/2", "2020-W48/1", "2020-W48/2", "2020-W49/1", "2020-W49/2", "2020-W50/1"], sent.OrderBy(r => r.At).Select(r => r.Period + "/" + r.Number));
        await app.SendAsync();
        Assert.Equal(7, radio.News().Count);
    }

    [Fact]
    public async Task TheReminderSaysWhatIsMissingAndOneTapAnswersIt()
    {
        At("2020-11-21 09:00");
        await RemindAsync();
        await app.SendAsync();
        Assert.Equal("Bonjour Radio. Nous n'avons pas encore votre rapport de diffusion pour la semaine du 16 au 22 novembre. Écrivez-le en une phrase, comme vous le diriez. S'il n'y a rien, dites-le d'un bouton.", radio.Last());
        await radio.TapsAsync("Rien cette semaine-là");
        Assert.Equal("Noté : rien à signaler pour la semaine du 16 au 22 novembre. Merci.", radio.Last());
        At("2020-11-23 09:00");
        Assert.Equal(0, await RemindAsync());
    }

    [Fact]
    public async Task AnOpenConversationIsNotDisturbed()
    {
        await radio.SaysAsync("atelier");
        At("2020-11-21 09:00");
        Assert.Equal(0, await RemindAsync());
        await radio.SaysAsync("annuler");
        Assert.Equal(1, await RemindAsync());
    }

    [Theory]
    [InlineData("pause 2 semaines")]
    [InlineData("/pause 2 semaines")]
    [InlineData("/pause")]
    public async Task APauseSilencesTheRemindersUntilItEnds(string words)
    {
        At("2020-11-16 09:00");
        await radio.SaysAsync(words);
        if (words == "/pause")
            await radio.TapsAsync("2 semaines");
        Assert.Equal("D'accord, pas de rappel avant lundi 30 novembre. Vous pouvez quand même envoyer un rapport. Pour reprendre plus tôt : /reprise", radio.Last());
        At("2020-11-21 09:00");
        Assert.Equal((Standing.Paused, 0), (await StandingAsync(), await RemindAsync()));
        At("2020-11-30 09:00");
        Assert.Equal((Standing.Awaited, 0), (await StandingAsync(), await RemindAsync()));
        At("2020-12-05 09:00");
        Assert.Equal((Standing.Silent, 1), (await StandingAsync(), await RemindAsync()));
    }

    [Fact]
    public async Task WhoComesBackEarlierIsExpectedAgain()
    {
        At("2020-11-16 09:00");
        await radio.SaysAsync("/pause 1 mois");
        await radio.SaysAsync("/reprise");
        Assert.Equal("Bon retour ! Les rappels reprennent.", radio.Last());
        At("2020-11-21 09:00");
        Assert.Equal(1, await RemindAsync());
    }

    [Fact]
    public async Task ReportedNilSilentAndPausedAreFourThings()
    {
        At("2020-11-22 12:00");
        Assert.Equal(Standing.Silent, await StandingAsync());
        await radio.SaysAsync("rien cette semaine");
        Assert.Equal("Noté : rien à signaler pour la semaine du 16 au 22 novembre. Merci.", radio.Last());
        Assert.Equal(Standing.Nil, await StandingAsync());
        foreach (var words in (string[])["diffusion", "hier", "Koro", "3", "30", "passer", "passer", "passer", "oui"])
            await radio.SaysAsync(words);
        Assert.Equal(Standing.Reported, await StandingAsync());
        At("2020-11-24 12:00");
        await radio.SaysAsync("/pause 10 jours");
        Assert.Equal(Standing.Paused, await StandingAsync());
    }

    [Fact]
    public async Task AReminderThatWasAskedForComesAtItsHour()
    {
        At("2020-11-18 09:00");
        await radio.SaysAsync("rappelle-moi vendredi à 18h");
        Assert.Equal("D'accord, je vous écris vendredi 20 novembre à 18\u00a0h.", radio.Last());
        At("2020-11-20 17:59");
        await app.SendAsync();
        Assert.Empty(radio.News());
        At("2020-11-20 18:00");
        await app.SendAsync();
        Assert.Equal(["Vous m'avez demandé un rappel : c'est le moment de rapporter. Écrivez-le en une phrase."], radio.News());
    }

    [Fact]
    public async Task AskedInTheMiddleOfAReportItWaitsAndTheReportToo()
    {
        At("2020-11-18 09:00");
        await radio.SaysAsync("atelier");
        radio.ReadAway();
        await radio.SaysAsync("rappelez-moi demain à 7h");
        Assert.Equal("D'accord, je garde tout et je vous écris jeudi 19 novembre à 7\u00a0h.", radio.News()[0]);
        At("2020-11-19 07:00");
        await app.SendAsync();
        await radio.TapsAsync("Reprendre");
        Assert.Contains("On reprend : Atelier.", radio.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARevokedPartnerIsNotReminded()
    {
        await app.Database.WriteAsync(async db => { await Revocation.RevokeAsync(db, db.People.Single(), app.Clock.GetUtcNow(), CancellationToken.None); return 0; }, CancellationToken.None);
        At("2020-11-21 09:00");
        Assert.Equal(0, await RemindAsync());
        Assert.Empty(await app.RowsAsync<OutgoingMessage>());
    }

    public async ValueTask InitializeAsync()
    {
        app = await FieldBotApp.StartAsync(ShippedDialogs.Catalog);
        radio = await app.EnrolAsync(Role.Partner, "Radio", "ML05", "Radio Jamana", "radio");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task<int> RemindAsync() => new ReminderSchedule(app.Database, ShippedDialogs.Catalog, TimeZoneInfo.Utc, app.Clock).QueueDueAsync(CancellationToken.None);

    private async Task<Standing> StandingAsync()
    {
        await using var db = app.Database.NewContext();
        return (await new ExpectedStates(ShippedDialogs.Catalog.Expected, TimeZoneInfo.Utc).OnAsync(db, DateOnly.FromDateTime(app.Clock.GetUtcNow().DateTime), Areas.National, CancellationToken.None)).Single().Standing;
    }

    private void At(string time) => app.Clock.SetUtcNow(Time(time));

    private static DateTimeOffset Time(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
