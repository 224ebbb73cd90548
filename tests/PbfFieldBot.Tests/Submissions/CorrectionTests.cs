using PbfFieldBot.Channels;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Submissions;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Tests.Submissions;

public sealed class CorrectionTests : IAsyncLifetime
{
    private const string Workshop = "Atelier hier à Koro, 15 participants dont 6 femmes";
    private FieldBotApp app = null!;
    private Phone oumar = null!;
    private Phone aminata = null!;

    [Fact]
    public async Task AReportIsCorrectedByItsNumberHoweverItIsTyped()
    {
        var receipt = await ReportAsync();
        await aminata.SaysAsync("corriger " + Small(receipt.Replace('-', ' ')));
        Assert.StartsWith($"Rapport n° {receipt}. Que voulez-vous corriger ?\n1. Date : mercredi 11 novembre 2020", aminata.Last(), StringComparison.Ordinal);
        await aminata.TapsAsync("Participants");
        await aminata.SaysAsync("18 dont 7 femmes");
        Assert.Equal(
            $"Correction du rapport n° {receipt} (Atelier) :\n• Participants : 18 (7 femmes, 11 hommes) (avant : 15 (6 femmes, 9 hommes))\n\nJ'envoie la correction ? Répondez oui, ou corriger.", aminata.Last());
        await aminata.SaysAsync("oui");
        Assert.Equal($"Correction reçue pour le rapport n° {receipt}. Un coordonnateur va la valider.", aminata.Last());
        Assert.Equal((SubmissionStatus.Received, 2), await StateAsync());
    }

    [Fact]
    public async Task AMistypedNumberIsSeenAndTheRightOneOffered()
    {
        var receipt = await ReportAsync();
        await aminata.SaysAsync("corriger " + receipt[..^1] + (receipt[^1] == 'A' ? 'B' : 'A'));
        Assert.StartsWith("Ce numéro contient une faute de frappe", aminata.Last(), StringComparison.Ordinal);
        Assert.Null((await SubmissionAsync()).KeptRevision);
    }

    [Fact]
    public async Task AnApprovedReportThatChangesGoesBackToReviewAndItsOldValueCountsUntilThen()
    {
        var receipt = await ReportAsync();
        await oumar.TapsAsync("Approuver");
        aminata.ReadAway();
        await CorrectAsync(receipt, "20 dont 1 femme");
        Assert.Equal($"Correction reçue pour le rapport n° {receipt}. L'ancienne version compte jusqu'à la validation.", aminata.Last());
        Assert.Equal((1m, SubmissionStatus.Received), ((await ValueAsync()).Value, (await SubmissionAsync()).Status));
        await oumar.TapsAsync("Approuver");
        Assert.Equal(0, (await ValueAsync()).Value);
        Assert.Equal($"La correction de votre rapport n° {receipt} est validée.", aminata.Last());
    }

    [Fact]
    public async Task ARefusedCorrectionLeavesTheApprovedVersion()
    {
        var receipt = await ReportAsync();
        await oumar.TapsAsync("Approuver");
        await CorrectAsync(receipt, "20 dont 1 femme");
        await oumar.TapsAsync("Rejeter");
        Assert.Equal((1m, 0m), ((await ValueAsync()).Value, (await ValueAsync()).Pending));
        Assert.Equal((SubmissionStatus.Approved, 3), await StateAsync());
    }

    [Fact]
    public async Task ACorrectionIsTakenBackByAButtonAsANewRevision()
    {
        var receipt = await ReportAsync();
        await oumar.TapsAsync("Approuver");
        await CorrectAsync(receipt, "20 dont 1 femme");
        await aminata.TapsAsync("Annuler la correction");
        Assert.Equal($"La correction est annulée : le rapport n° {receipt} est comme avant, et il compte.", aminata.Last());
        Assert.Equal((SubmissionStatus.Approved, 3), await StateAsync());
        Assert.Equal(["sent", "corrected", "undone"], (await app.RowsAsync<SubmissionRevision>()).OrderBy(r => r.Revision).Select(r => r.Why));
    }

    [Fact]
    public async Task ACorrectionIsTakenBackByWordsOnce()
    {
        await CorrectAsync(await ReportAsync(), "20 dont 1 femme");
        await aminata.SaysAsync("annuler la correction");
        await aminata.SaysAsync("annuler la correction");
        Assert.Equal("Il n'y a pas de correction à annuler.", aminata.Last());
        Assert.Equal((SubmissionStatus.Received, 3), await StateAsync());
    }

    [Fact]
    public async Task ARejectedReportIsCorrectedAndSentAgain()
    {
        var receipt = await ReportAsync();
        await oumar.TapsAsync("Rejeter");
        await oumar.SaysAsync("Ce n'était pas à Koro.");
        await aminata.TapsAsync("Corriger");
        await aminata.TapsAsync("Lieu");
        await aminata.SaysAsync("Bankass");
        await aminata.SaysAsync("oui");
        Assert.Contains($"À valider, n° {receipt} : Atelier", oumar.Last(), StringComparison.Ordinal);
        Assert.Equal((SubmissionStatus.Received, 2), await StateAsync());
    }

    [Fact]
    public async Task OnesOwnReportsAreListedWithTheirStateAndWhatTheyCountFor()
    {
        var receipt = await ReportAsync();
        await oumar.TapsAsync("Approuver");
        await aminata.SaysAsync("/mesrapports");
        Assert.Equal($"Vos derniers rapports :\n• {receipt} : Atelier, 11 nov., validé, compte pour 2.2.2", aminata.Last());
        await aminata.TapsAsync(receipt);
        Assert.StartsWith($"Rapport n° {receipt} (Atelier) : validé, compte pour 2.2.2\n• Date : mercredi 11 novembre 2020", aminata.Last(), StringComparison.Ordinal);
        await aminata.TapsAsync("Corriger");
        Assert.StartsWith($"Rapport n° {receipt}. Que voulez-vous corriger ?", aminata.Last(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Ligne", "B09")]
    public async Task AMessageEditedBeforeConfirmingChangesTheDraft()
    {
        var said = aminata.Says(Workshop);
        await app.TakeAsync(said);
        await aminata.EditsAsync(said, "Atelier hier à Koro, 25 participants dont 9 femmes");
        Assert.Contains("• Participants : 25 (9 femmes, 16 hommes)", aminata.Last(), StringComparison.Ordinal);
        await aminata.SaysAsync("oui");
        Assert.Equal(new Headcount(25, 9, 16), HeadcountOf(await SubmissionAsync()));
    }

    [Fact]
    [Trait("Ligne", "B09")]
    public async Task AnAnswerEditedBeforeConfirmingChangesThatAnswer()
    {
        foreach (var words in (string[])["atelier", "hier", "Koro"])
            await aminata.SaysAsync(words);
        var said = aminata.Says("15 dont 6 femmes");
        await app.TakeAsync(said);
        await aminata.EditsAsync(said, "16 dont 6 femmes");
        Assert.StartsWith("Noté. Participants : 16 (6 femmes, 10 hommes)\n\nQuel était le sujet de l'atelier ?", aminata.Last(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Ligne", "B09")]
    public async Task AMessageEditedAfterSendingOffersACorrectionAndTheFirstVersionIsKept()
    {
        var said = aminata.Says(Workshop);
        await app.TakeAsync(said);
        await aminata.SaysAsync("oui");
        await aminata.EditsAsync(said, "Atelier hier à Koro, 18 participants dont 7 femmes");
        Assert.Contains("• Participants : 18 (7 femmes, 11 hommes) (avant : 15 (6 femmes, 9 hommes))\n\nJ'envoie la correction ?", aminata.Last(), StringComparison.Ordinal);
        Assert.Equal((SubmissionStatus.Received, 1), await StateAsync());
        await aminata.SaysAsync("oui");
        Assert.Equal((SubmissionStatus.Received, 2), await StateAsync());
        var revisions = await app.RowsAsync<SubmissionRevision>();
        Assert.Equal([15, 18], revisions.OrderBy(r => r.Revision).Select(r => HeadcountOf(r.Answers).Total));
        Assert.Equal("edited", revisions.Single(r => r.Revision == 2).Why);
    }

    [Fact]
    [Trait("Ligne", "B09")]
    public async Task AMessageEditedAfterFortySevenHoursIsReadByItsOwnDateAndTheFirstVersionKeepsItsDate()
    {
        var said = aminata.Says(Workshop);
        await app.TakeAsync(said);
        await aminata.SaysAsync("oui");
        var sent = (await app.RowsAsync<SubmissionRevision>()).Single().At;
        app.Clock.Advance(TimeSpan.FromHours(47));
        await app.TakeAsync(app.Update(aminata.Chat, new Edited("Atelier hier à Koro, 18 participants dont 7 femmes")) with { MessageId = said.MessageId, SentAt = said.SentAt });
        Assert.EndsWith("\n• Participants : 18 (7 femmes, 11 hommes) (avant : 15 (6 femmes, 9 hommes))\n\nJ'envoie la correction ? Répondez oui, ou corriger.", aminata.Last(), StringComparison.Ordinal);
        await aminata.SaysAsync("oui");
        Assert.Equal(new DateOnly(2020, 11, 11), (await SubmissionAsync()).Day);
        var revisions = (await app.RowsAsync<SubmissionRevision>()).OrderBy(r => r.Revision).ToList();
        Assert.Equal((15, 18), (HeadcountOf(revisions[0].Answers).Total, HeadcountOf(revisions[1].Answers).Total));
        Assert.Equal((sent, app.Clock.GetUtcNow().UtcTicks), (revisions[0].At, revisions[1].At));
    }

    [Theory]
    [Trait("Ligne", "B09")]
    [InlineData("")]
    [InlineData("Merci beaucoup")]
    public async Task AnEditOfADraftThatIsNoReportLeavesTheDraft(string text)
    {
        var said = aminata.Says(Workshop);
        await app.TakeAsync(said);
        await aminata.EditsAsync(said, text);
        Assert.StartsWith("Je n'ai pas su relire ce message modifié : votre réponse d'avant reste.", aminata.Last(), StringComparison.Ordinal);
        await aminata.SaysAsync("oui");
        Assert.Equal(new Headcount(15, 6, 9), HeadcountOf(await SubmissionAsync()));
    }

    [Theory]
    [Trait("Ligne", "B09")]
    [InlineData("")]
    [InlineData("Merci beaucoup")]
    public async Task AnEditThatIsNoReportChangesNothing(string text)
    {
        var said = aminata.Says(Workshop);
        await app.TakeAsync(said);
        await aminata.SaysAsync("oui");
        await aminata.EditsAsync(said, text);
        Assert.StartsWith("Je n'ai pas su relire ce message modifié", aminata.Last(), StringComparison.Ordinal);
        Assert.Equal((SubmissionStatus.Received, 1), await StateAsync());
    }

    [Fact]
    public async Task SomebodyElsesReportCannotBeCorrected()
    {
        var receipt = await ReportAsync();
        var bintou = await app.EnrolAsync(Role.Partner, "Bintou");
        await bintou.SaysAsync("corriger " + receipt);
        Assert.Equal($"Je ne trouve pas le rapport n° {receipt} parmi les vôtres. Écrivez « mes rapports » pour les voir.", bintou.Last());
        await bintou.SaysAsync("mes rapports");
        Assert.Equal("Vous n'avez pas encore envoyé de rapport.", bintou.Last());
    }

    public async ValueTask InitializeAsync()
    {
        app = await FieldBotApp.StartAsync(ShippedDialogs.Catalog);
        oumar = await app.EnrolAsync(Role.Coordinator, "Oumar");
        aminata = await app.EnrolAsync(Role.Partner, "Aminata", kind: "osc");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

#pragma warning disable CA1308 // small letters are what people type
    private static string Small(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308

    private async Task<string> ReportAsync()
    {
        await aminata.SaysAsync(Workshop);
        await aminata.SaysAsync("oui");
        aminata.ReadAway();
        return (await SubmissionAsync()).Receipt;
    }

    private async Task CorrectAsync(string receipt, string participants)
    {
        foreach (var words in (string[])["corriger les participants " + receipt, participants, "oui"])
            await aminata.SaysAsync(words);
    }

    private async Task<StoredSubmission> SubmissionAsync() => (await app.RowsAsync<StoredSubmission>()).Single();

    private async Task<(SubmissionStatus, int)> StateAsync() => (await SubmissionAsync()) is var s ? (s.Status, s.Revision) : default;

    private static Headcount HeadcountOf(StoredSubmission submission) => HeadcountOf(submission.Answers);

    private static Headcount HeadcountOf(string answers) => ((HeadcountAnswer)Revisions.AnswersOf(answers)["participants"]).Value;

    private async Task<Engine.Indicators.IndicatorValue> ValueAsync() =>
        (await new PbfFieldBot.Indicators.IndicatorQueries(app.Database, app.Catalog.Framework).ValuesAsync(null, null, CancellationToken.None)).Single(v => v.Code == "2.2.2");
}
