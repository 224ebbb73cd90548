using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Submissions;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Tests.Submissions;

public sealed class SameEventTests : IAsyncLifetime
{
    private FieldBotApp app = null!;
    private Phone oumar = null!;
    private Phone aminata = null!;
    private Phone bintou = null!;

    [Fact]
    public async Task TwoPeopleWhoTellTheSameMeetingAreCountedOnceAndBothAreKept()
    {
        await TellAsync(aminata, "Réunion du comité régional hier à Mopti, 15 participants dont 6 femmes");
        await TellAsync(bintou, "Réunion du comité régional mardi à Mopti, 16 participants dont 6 femmes");
        Assert.Equal(
            """
            Un rapport parle peut-être du même événement (Réunion de comité régional) :
            • Instance : Comité régional
            • Date : mercredi 11 novembre 2020
            • Lieu : cercle de Mopti
            • Participants : 15 (6 femmes, 9 hommes)
            Est-ce la même réunion ?
            """.ReplaceLineEndings("\n"),
            bintou.Last());
        await bintou.TapsAsync("Même réunion");
        var (first, second) = await TwoAsync();
        Assert.Equal($"Reçu, n° {second.Receipt}. Merci : il confirme le rapport n° {first.Receipt}, et tout est compté une seule fois.", bintou.Last());
        await oumar.TapsAsync("Approuver");
        Assert.Equal((first.Id, 1m), ((await TwoAsync()).Second.SameAs, await MeetingsAsync()));
        Assert.All(await app.RowsAsync<StoredSubmission>(), s => Assert.Equal(SubmissionStatus.Approved, s.Status));
        Assert.EndsWith("est validé.", bintou.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherMeetingIsAReportOfItsOwn()
    {
        await TellAsync(aminata, "Réunion du comité régional hier à Mopti, 15 participants dont 6 femmes");
        await TellAsync(bintou, "Réunion du comité régional hier à Mopti, 15 participants dont 6 femmes");
        await bintou.SaysAsync("une autre réunion");
        await oumar.TapsAsync("Approuver");
        await oumar.TapsAsync("Approuver");
        Assert.Equal(2, await MeetingsAsync());
    }

    [Fact]
    public async Task FiguresThatDifferByMoreThanAFifthGoToTheCoordinatorWithBoth()
    {
        await TellAsync(aminata, "Réunion du comité régional hier à Mopti, 15 participants dont 6 femmes");
        await oumar.TapsAsync("Approuver");
        await TellAsync(bintou, "Réunion du comité régional hier à Mopti, 22 participants dont 9 femmes");
        await bintou.SaysAsync("oui");
        var (first, _) = await TwoAsync();
        Assert.EndsWith(
            $"Même événement que le n° {first.Receipt} de Aminata, mais d'autres chiffres : 15 dont 6 femmes là-bas, 22 dont 9 femmes ici. Approuver garde ceux du n° {first.Receipt}.", oumar.Last(), StringComparison.Ordinal);
        await oumar.TapsAsync("Garder ces chiffres");
        await oumar.TapsAsync("Approuver");
        Assert.Equal((null, 1m), ((await TwoAsync()).Second.SameAs, await MeetingsAsync()));
        Assert.Equal(first.Id + 1, (await TwoAsync()).First.SameAs);
    }

    [Fact]
    public async Task ACoordinatorPartsWhatIsNotTheSame()
    {
        await TellAsync(aminata, "Réunion du comité régional hier à Mopti, 15 participants dont 6 femmes");
        await TellAsync(bintou, "Réunion du comité régional hier à Mopti, 15 participants dont 6 femmes");
        await bintou.SaysAsync("oui");
        await oumar.TapsAsync("Approuver");
        await oumar.SaysAsync((await TwoAsync()).Second.Receipt);
        await oumar.TapsAsync("Autre réunion");
        Assert.Equal(2, await MeetingsAsync());
    }

    [Fact]
    public async Task WhoDoesNotKnowLeavesItToTheCoordinatorWhoJoinsThem()
    {
        await TellAsync(aminata, "Réunion du comité régional hier à Mopti, 15 participants dont 6 femmes");
        await oumar.TapsAsync("Approuver");
        await TellAsync(bintou, "Réunion du comité régional hier à Mopti, 15 participants dont 6 femmes");
        await bintou.TapsAsync("Je ne sais pas");
        Assert.Contains("Peut-être le même événement que le n° ", oumar.Last(), StringComparison.Ordinal);
        await oumar.TapsAsync("Même réunion");
        Assert.Equal(1, await MeetingsAsync());
        Assert.Equal(SubmissionStatus.Approved, (await TwoAsync()).Second.Status);
    }

    [Fact]
    public async Task WhatConfirmedARejectedReportIsLookedAtByItself()
    {
        await TellAsync(aminata, "Réunion du comité régional hier à Mopti, 15 participants dont 6 femmes");
        await TellAsync(bintou, "Réunion du comité régional hier à Mopti, 15 participants dont 6 femmes");
        await bintou.SaysAsync("oui");
        await oumar.TapsAsync("Rejeter");
        Assert.Contains($"À valider, n° {(await TwoAsync()).Second.Receipt}", oumar.Last(), StringComparison.Ordinal);
        await oumar.TapsAsync("Approuver");
        Assert.Equal(1, await MeetingsAsync());
    }

    [Fact]
    public async Task TheSameReportSentTwiceByOnePersonIsAskedAbout()
    {
        await TellAsync(aminata, "Réunion du comité régional hier à Mopti, 15 participants dont 6 femmes");
        await TellAsync(aminata, "Réunion du comité régional hier à Mopti, 15 participants dont 6 femmes");
        Assert.EndsWith("Est-ce la même réunion ?", aminata.Last(), StringComparison.Ordinal);
        await TellAsync(aminata, "Réunion du comité régional mardi à Mopti, 30 participants dont 6 femmes");
        Assert.StartsWith("Reçu", aminata.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoWordingsOfOneRecommendationAreOfferedAsTheSame()
    {
        await RecommendAsync(aminata, "mettre en place un cadre de dialogue entre éleveurs et agriculteurs");
        await RecommendAsync(bintou, "le cadre de dialogue des agriculteurs et des éleveurs");
        Assert.EndsWith("Est-ce la même ?", bintou.Last(), StringComparison.Ordinal);
        await bintou.TapsAsync("La même");
        await oumar.TapsAsync("Approuver");
        Assert.Equal(1, await ValueAsync("3.2"));
    }

    public async ValueTask InitializeAsync()
    {
        app = await FieldBotApp.StartAsync(ShippedDialogs.Catalog);
        oumar = await app.EnrolAsync(Role.Coordinator, "Oumar");
        aminata = await app.EnrolAsync(Role.Partner, "Aminata", kind: "comite");
        bintou = await app.EnrolAsync(Role.Partner, "Bintou", kind: "comite");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task TellAsync(Phone phone, string report)
    {
        await phone.SaysAsync(report);
        await phone.SaysAsync("oui");
    }

    private static async Task RecommendAsync(Phone phone, string theme)
    {
        foreach (var words in (string[])["recommandation", theme, "hier", "Koro", "passer", "oui"])
            await phone.SaysAsync(words);
    }

    private async Task<(StoredSubmission First, StoredSubmission Second)> TwoAsync() =>
        (await app.RowsAsync<StoredSubmission>()).OrderBy(s => s.Id).ToList() is [var first, var second] ? (first, second) : throw new InvalidOperationException("not two reports");

    private Task<decimal> MeetingsAsync() => ValueAsync("1.2.2");

    private async Task<decimal> ValueAsync(string code)
    {
        var queries = new PbfFieldBot.Indicators.IndicatorQueries(app.Database, app.Catalog.Framework);
        var value = (await queries.ValuesAsync(null, null, CancellationToken.None)).Single(v => v.Code == code);
        return value.Value - value.Opening;
    }
}
