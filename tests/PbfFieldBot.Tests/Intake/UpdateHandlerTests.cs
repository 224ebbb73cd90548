using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Channels;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Intake;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using PbfFieldBot.Submissions;
using Xunit;

namespace PbfFieldBot.Tests.Intake;

public sealed class UpdateHandlerTests : IAsyncLifetime
{
    private FieldBotApp app = null!;

    [Fact]
    public async Task AReportGoesFromThePhoneToTheBaseAndIsReceived()
    {
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata", organisation: "Comité régional de Mopti", kind: "comite");
        await ReportAsync(aminata, "la paix");
        var stored = Assert.Single(await app.RowsAsync<StoredSubmission>());
        Assert.Equal($"Reçu, n° {stored.Receipt}. Un coordonnateur va le valider ; gardez ce numéro.", aminata.Last());
        Assert.Equal((SubmissionStatus.Received, "reunion_comite", 1), (stored.Status, stored.Kind, stored.Revision));
        Assert.Equal("sent", Assert.Single(await app.RowsAsync<SubmissionRevision>()).Why);
        Assert.True(Receipt.IsValid(stored.Receipt));
    }

    [Fact]
    [Trait("Ligne", "F07")]
    public async Task TheSameUpdateTwiceIsHandledOnce()
    {
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        await aminata.TapsAsync("Réunion de comité");
        var words = aminata.Says("la paix");
        await app.TakeAsync(words, words);
        await app.TakeAsync(words);
        var yes = aminata.Taps("Oui");
        Assert.Equal(new BatchOutcome(1, 1, 0), await app.TakeAsync(yes, yes));
        Assert.Equal(new BatchOutcome(0, 1, 0), await app.TakeAsync(yes));
        Assert.Single(await app.RowsAsync<StoredSubmission>());
    }

    [Fact]
    [Trait("Ligne", "F01")]
    public async Task WhatWasCommittedBeforeACrashIsSentAfterTheRestart()
    {
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        await aminata.TapsAsync("Réunion de comité");
        await aminata.SaysAsync("la paix");
        await app.TakeWithoutSendingAsync(aminata.Taps("Oui"));
        aminata.ReadAway();
        await app.RestartAsync();
        await app.SendAsync();
        Assert.StartsWith("Reçu, n° ", aminata.Last(), StringComparison.Ordinal);
        Assert.Empty(await app.RowsAsync<OutgoingMessage>());
    }

    [Fact]
    public async Task AConversationGoesOnAfterARestartOnTheDialogItBeganWith()
    {
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        await aminata.TapsAsync("Réunion de comité");
        var (id, yaml) = SmallDialogs.Meeting;
        await app.RestartAsync(FieldBotApp.CatalogOf((id, yaml.Replace("version: 1", "version: 2", StringComparison.Ordinal).Replace("thème ?", "sujet ?", StringComparison.Ordinal))));
        await aminata.SaysAsync("la paix");
        await aminata.TapsAsync("Oui");
        Assert.StartsWith("Reçu, n° ", aminata.Last(), StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(await app.RowsAsync<StoredDialog>()).Version);
    }

    [Fact]
    public async Task APoisonUpdateIsSetAsideAndTheOthersFlow()
    {
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        var oumar = await app.EnrolAsync(Role.Partner, "Oumar");
        var outcome = await app.TakeAsync(aminata.Says("bonjour"), app.Update(oumar.Chat, new Poison()), oumar.Says("bonjour"), aminata.Says("aide"));
        Assert.Equal(new BatchOutcome(3, 0, 1), outcome);
        Assert.Equal("Je n'ai pas pu traiter votre dernier message, il est mis de côté et l'équipe le verra. Vous pouvez continuer.", oumar.News()[0]);
        var aside = Assert.Single(await app.RowsAsync<SetAsideUpdate>());
        Assert.Equal((oumar.Chat, 3, "InvalidOperationException"), (aside.ChatId, aside.Tries, aside.Error));
    }

    [Fact]
    [Trait("Ligne", "F03")]
    public async Task ABatchThatCannotBeStoredLeavesNothingBehind()
    {
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        await app.Database.WriteAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Outbox\" RENAME TO \"Gone\""), CancellationToken.None);
        var before = await app.RowsAsync<SeenUpdate>();
        await Assert.ThrowsAnyAsync<Exception>(() => app.TakeAsync(aminata.Says("bonjour"), aminata.Says("aide")));
        Assert.Equal(before.Count, (await app.RowsAsync<SeenUpdate>()).Count);
    }

    [Fact]
    public async Task AStrangerGetsOneAnswerAndNothingIsStored()
    {
        var stranger = app.NewPhone();
        await stranger.SaysAsync("qui êtes-vous ?");
        await stranger.SaysAsync("allô ?");
        await stranger.StartsAsync("");
        Assert.Equal(["Bonjour. Ce service est réservé aux personnes invitées. Si vous avez reçu une invitation, ouvrez son lien."], stranger.News());
        Assert.Empty(await app.RowsAsync<Person>());
        Assert.Empty(await app.RowsAsync<SeenUpdate>());
        Assert.Empty(await app.RowsAsync<OutgoingMessage>());
    }

    [Fact]
    public async Task ARefusedCodeSaysTheSameWhateverTheReason()
    {
        var code = await app.InviteAsync(Role.Partner, "Aminata");
        await app.NewPhone().StartsAsync(code);
        var (late, inventor) = (app.NewPhone(), app.NewPhone());
        await late.StartsAsync(code);
        await inventor.StartsAsync("AAAAAAAAAAAAAAAAAAAAAAAA");
        Assert.Equal("Cette invitation ne peut pas être utilisée. Demandez-en une nouvelle à la personne qui vous l'a donnée.", late.Last());
        Assert.Equal(late.Chat - 1, (await app.RowsAsync<Person>()).Single().ChatId);
        Assert.Equal("Cette invitation ne peut pas être utilisée. Demandez-en une nouvelle à la personne qui vous l'a donnée.", inventor.Last());
    }

    [Fact]
    [Trait("Ligne", "B07")]
    public async Task AForgedButtonChangesNothing()
    {
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        foreach (var data in new[] { null, "", "q", "v", "v1:a", "v99999999999999999999:a", "';drop table People", "q1" })
        {
            await app.TakeAsync(app.Update(aminata.Chat, new Pressed(data)));
            Assert.NotEmpty(aminata.News());
        }

        Assert.Empty(await app.RowsAsync<StoredSubmission>());
    }

    [Fact]
    public async Task AnEditedMessageGetsOneKindSentence()
    {
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        await app.TakeAsync(app.Update(aminata.Chat, new Edited("autre chose")));
        Assert.Equal("J'ai vu que vous avez modifié un message, mais il n'est dans aucun de vos rapports : rien n'a changé.", aminata.Last());
    }

    public async ValueTask InitializeAsync() => app = await FieldBotApp.StartAsync(SmallDialogs.Meeting);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task ReportAsync(Phone phone, string theme)
    {
        await phone.TapsAsync("Réunion de comité");
        await phone.SaysAsync(theme);
        await phone.TapsAsync("Oui");
    }

    private sealed record Poison : Happening;
}
