using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Submissions;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Tests.Submissions;

public sealed class ReturnTests : IAsyncLifetime
{
    private FieldBotApp app = null!;
    private Phone oumar = null!;
    private Phone aminata = null!;

    [Fact]
    public async Task OneAnswerIsAskedAgainWithTheCoordinatorsWordsAndNothingElseChanges()
    {
        var before = await ReportAsync();
        await ReturnAsync("Participants", "La liste dit 18.");
        var receipt = before.Receipt;
        Assert.Equal([$"Oumar, sur votre rapport n° {receipt} (Atelier) : « La liste dit 18. »\n\nCombien de participants ?\nExemple : 15 dont 6 femmes."], aminata.News());
        Assert.Equal((SubmissionStatus.Returned, 1), await StateAsync());
        await aminata.SaysAsync("18 dont 7 femmes");
        Assert.Equal([$"Merci. Le rapport n° {receipt} est corrigé ; un coordonnateur va le valider."], aminata.News());
        Assert.Contains("• Participants : 18 (7 femmes, 11 hommes)\nCorrigé à votre demande. Avant :\n• Participants : 15 (6 femmes, 9 hommes)", oumar.Last(), StringComparison.Ordinal);
        await oumar.TapsAsync("Approuver");
        Assert.Equal([$"Votre rapport n° {receipt} est validé."], aminata.News());
        Assert.Equal((SubmissionStatus.Approved, 2), await StateAsync());
        Assert.Equal(
            Revisions.AnswersOf(before.Answers).Remove("participants").OrderBy(a => a.Key),
            Revisions.AnswersOf((await SubmissionAsync()).Answers).Remove("participants").OrderBy(a => a.Key));
    }

    [Fact]
    public async Task ThePartOfAHeadCountThatIsMissingIsAskedToo()
    {
        await ReportAsync();
        await ReturnAsync("Participants", "Combien ?");
        await aminata.SaysAsync("18");
        Assert.StartsWith("Combien de femmes parmi les 18 ?", aminata.Last(), StringComparison.Ordinal);
        await aminata.SaysAsync("7");
        Assert.Equal((SubmissionStatus.Received, 2), await StateAsync());
    }

    [Fact]
    public async Task AConversationInTheMiddleIsNotDisturbed()
    {
        await ReportAsync();
        await aminata.SaysAsync("formation");
        aminata.ReadAway();
        await ReturnAsync("Date", "Quel jour ?");
        Assert.EndsWith("Finissez d'abord ; je vous la pose après.", aminata.Last(), StringComparison.Ordinal);
        await aminata.SaysAsync("radios");
        Assert.StartsWith("Quel jour a eu lieu la formation ?", aminata.Last(), StringComparison.Ordinal);
        await aminata.SaysAsync("annuler");
        Assert.Contains("« Quel jour ? »\n\nQuel jour a eu lieu l'atelier ?", aminata.Last(), StringComparison.Ordinal);
        await aminata.SaysAsync("10/11");
        Assert.Equal((SubmissionStatus.Received, 2), await StateAsync());
    }

    [Fact]
    public async Task TheQuestionIsAnsweredAtOnceByAButtonAndTheConversationIsKept()
    {
        await ReportAsync();
        await aminata.SaysAsync("formation");
        await ReturnAsync("Date", "Quel jour ?");
        await aminata.TapsAsync("Répondre maintenant");
        Assert.Contains("Quel jour a eu lieu l'atelier ?", aminata.Last(), StringComparison.Ordinal);
        await aminata.SaysAsync("10/11");
        aminata.ReadAway();
        await aminata.SaysAsync("reprendre");
        Assert.Contains("Qui a été formé ?", aminata.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheCoordinatorMayNameTheAnswerAndSayWhyInOneMessage()
    {
        await ReportAsync();
        await oumar.TapsAsync("À corriger");
        await oumar.SaysAsync("participants : combien de femmes exactement ?");
        Assert.Contains("« participants : combien de femmes exactement ? »\n\nCombien de participants ?", aminata.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnApprovedReportThatIsSentBackCountsUntilItsAnswerIsApproved()
    {
        var receipt = (await ReportAsync()).Receipt;
        await oumar.TapsAsync("Approuver");
        await oumar.SaysAsync(receipt);
        await ReturnAsync("Participants", "Combien ?");
        Assert.Equal(1, (await ValueAsync()).Value);
        await aminata.SaysAsync("20 dont 1 femme");
        Assert.Equal((1m, 0m), ((await ValueAsync()).Value, (await ValueAsync()).Pending));
        await oumar.TapsAsync("Approuver");
        Assert.Equal(0, (await ValueAsync()).Value);
    }

    [Fact]
    public async Task ASecondAnswerToTheSameQuestionIsNoSecondRevision()
    {
        await ReportAsync();
        await ReturnAsync("Participants", "Combien ?");
        var answer = aminata.Says("18 dont 7 femmes");
        await app.TakeAsync(answer);
        await app.TakeAsync(answer);
        Assert.Equal((SubmissionStatus.Received, 2), await StateAsync());
    }

    public async ValueTask InitializeAsync()
    {
        app = await FieldBotApp.StartAsync(ShippedDialogs.Catalog);
        oumar = await app.EnrolAsync(Role.Coordinator, "Oumar");
        aminata = await app.EnrolAsync(Role.Partner, "Aminata", kind: "osc");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<StoredSubmission> ReportAsync()
    {
        await aminata.SaysAsync("Atelier hier à Koro, 15 participants dont 6 femmes");
        await aminata.SaysAsync("oui");
        aminata.ReadAway();
        return await SubmissionAsync();
    }

    private async Task ReturnAsync(string answer, string words)
    {
        await oumar.TapsAsync("À corriger");
        await oumar.TapsAsync(answer);
        await oumar.SaysAsync(words);
    }

    private async Task<StoredSubmission> SubmissionAsync() => (await app.RowsAsync<StoredSubmission>()).Single();

    private async Task<(SubmissionStatus, int)> StateAsync() => (await SubmissionAsync()) is var s ? (s.Status, s.Revision) : default;

    private async Task<Engine.Indicators.IndicatorValue> ValueAsync() =>
        (await new PbfFieldBot.Indicators.IndicatorQueries(app.Database, app.Catalog.Framework).ValuesAsync(null, null, CancellationToken.None)).Single(v => v.Code == "2.2.2");
}
