using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using PbfFieldBot.Submissions;
using PbfFieldBot.TestKit.Telegram;
using Xunit;

namespace PbfFieldBot.Tests.Channels.Telegram;

public sealed class TelegramFilesTests
{
    [Fact]
    public async Task AnAttendanceListIsKeptWithoutItsPlaceAlsoWhenTheFirstTryFails()
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata", organisation: "OSC Benkadi", kind: "osc");
        served.Telegram.Break("download", ScriptedFault.BadGateway);
        await SayAsync(aminata, "atelier", "hier", "Koro", "25 dont 9 femmes", "passer");
        aminata.SendPhoto("photo1", TestPicture.OnItsSide());
        await aminata.UntilAsync("Voici votre rapport");
        var photo = await PhotoAsync(served);
        Assert.Equal("photo1", photo.FileId);
        Assert.DoesNotContain(TestPicture.Canary, System.Text.Encoding.Latin1.GetString(photo.Content), StringComparison.Ordinal);
        Assert.DoesNotContain(FakeTelegram.Token, served.Logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APhotoThatWasNotAskedForIsNotKept()
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata");
        aminata.SendPhoto("photo1", TestPicture.OnItsSide());
        await aminata.NextAsync();
        Assert.DoesNotContain(served.Telegram.Calls, c => c.Method == "getFile");
    }

    [Fact]
    public async Task AFileTooLargeIsRefusedBeforeItIsBroughtDown()
    {
        await using var served = await ServedBot.StartAsync();
        var oumar = await served.EnrolAsync(Role.Coordinator, "Oumar");
        oumar.SendDocument("rapport.docx", null, "doc1", size: 21_000_000);
        Assert.Equal("Ce fichier est trop lourd pour moi (20 Mo au plus) : je ne l'ai pas ouvert. Envoyez-en un plus petit.", (await oumar.NextAsync()).Text);
        oumar.SendDocument("archive.zip", [1, 2], "doc2");
        Assert.Equal("Je ne sais que faire de ce fichier : je ne l'ai pas ouvert.", (await oumar.NextAsync()).Text);
        Assert.DoesNotContain(served.Telegram.Calls, c => c.Method == "getFile");
    }

    [Fact]
    public async Task PicturesAndDocumentsArriveWithTheirNameAndCaption()
    {
        await using var served = await ServedBot.StartAsync();
        var oumar = await served.EnrolAsync(Role.Coordinator, "Oumar");
        await served.SendAsync(p => OutgoingMessage.WithFile(p, OutgoingFile.Photo("été.png", [0, 255, 13, 10, 45]), "L'image", SendPriority.Digest, DateTimeOffset.UnixEpoch));
        var photo = await oumar.NextAsync();
        Assert.Equal(("L'image", true, false), (photo.Text, photo.File!.IsPhoto, photo.Silent));
        Assert.Equal([0, 255, 13, 10, 45], photo.File.Content);
        await served.SendAsync(p => OutgoingMessage.WithFile(p, OutgoingFile.Document("semaine.xlsx", [7]), "", SendPriority.Digest, DateTimeOffset.UnixEpoch));
        Assert.Equal(("semaine.xlsx", false), ((await oumar.NextAsync()).File!.Name, oumar.Screen[^1].File!.IsPhoto));
    }

    [Fact]
    public async Task ASilentMessageOfASlotIsEditedAndSentAnewOnceThePersonDeletedIt()
    {
        await using var served = await ServedBot.StartAsync();
        var oumar = await served.EnrolAsync(Role.Coordinator, "Oumar");
        foreach (var text in (string[])["1 rapport", "2 rapports"])
        {
            await served.SendAsync(p => Slot(p, text));
            await oumar.UntilScreenAsync(text);
        }

        Assert.Single(oumar.Screen, m => m.Text.EndsWith("rapport", StringComparison.Ordinal) || m.Text.EndsWith("rapports", StringComparison.Ordinal));
        Assert.True(oumar.Screen[^1].Silent);
        oumar.Delete(oumar.Screen[^1].Id);
        await served.SendAsync(p => Slot(p, "3 rapports"));
        await oumar.UntilScreenAsync("3 rapports");
    }

    private static OutgoingMessage Slot(Person person, string text)
    {
        var message = OutgoingMessage.To(person, new Reply(text), SendPriority.Review, DateTimeOffset.UnixEpoch);
        (message.Slot, message.Silent) = ("reviews", true);
        return message;
    }

    private static async Task SayAsync(PartnerPhone phone, params string[] words)
    {
        foreach (var word in words)
        {
            phone.Say(word);
            await phone.NextAsync();
        }
    }

    // The guard is against hanging only.
    private static async Task<EvidencePhoto> PhotoAsync(ServedBot served)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            await using var db = served.Database.NewContext();
            if (db.EvidencePhotos.FirstOrDefault() is { } photo)
                return photo;
            await Task.Delay(20, patience.Token);
        }
    }
}
