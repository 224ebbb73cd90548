using PbfFieldBot.Channels;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using Xunit;

namespace PbfFieldBot.Tests.Outbox;

public sealed class OutgoingFilesTests
{
    [Fact]
    public async Task APictureForTwoPeopleIsStoredOnceAndRemovedAfterTheLast()
    {
        await using var app = await AppAsync();
        await WriteAsync(app, OutgoingFile.Photo("a.png", [1, 2, 3]), "Voici");
        Assert.Single(await app.RowsAsync<OutgoingFile>());
        await app.SendAsync();
        Assert.Equal(["Voici", "Voici"], app.Channel.Sent.Select(m => m.Text));
        Assert.All(app.Channel.Sent, m => Assert.Equal([1, 2, 3], m.File!.Content));
        Assert.Empty(await app.RowsAsync<OutgoingFile>());
    }

    [Fact]
    public async Task AFileStaysUntilItIsSent()
    {
        await using var app = await AppAsync();
        app.Channel.Answer = _ => new TryLater(TimeSpan.FromMinutes(1));
        await WriteAsync(app, OutgoingFile.Document("a.xlsx", [1]), "");
        await app.SendAsync();
        Assert.Single(await app.RowsAsync<OutgoingFile>());
        await app.RestartAsync();
        app.Channel.Answer = m => new Delivered(m.Id);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await app.SendAsync();
        Assert.Empty(await app.RowsAsync<OutgoingFile>());
    }

    [Fact]
    public void ACaptionLongerThanTelegramTakesIsOurMistake() => Assert.Throws<ArgumentException>(() =>
        OutgoingMessage.WithFile(new Person { Name = "", Area = "", Channel = "" }, OutgoingFile.Photo("a.png", []), new string('x', 1025), SendPriority.Answer, FieldBotApp.Morning));

    [Fact]
    public async Task ASlotShowsOneMessageThatLaterOnesEdit()
    {
        await using var app = await AppAsync();
        await SlotAsync(app, "1 rapport", "2 rapports");
        Assert.Equal([("1 rapport", (long?)null), ("2 rapports", 1)], app.Channel.Sent.Select(m => (m.Text, m.EditsMessageId)));
    }

    [Fact]
    public async Task AMessageThatCannotBeEditedAnyMoreIsSentAnew()
    {
        await using var app = await AppAsync();
        app.Channel.Answer = m => m.EditsMessageId is null ? new Delivered(70 + m.Id) : new EditRefused();
        await SlotAsync(app, "1 rapport", "2 rapports");
        Assert.Equal([("1 rapport", (long?)null), ("2 rapports", 71), ("2 rapports", null)], app.Channel.Sent.Select(m => (m.Text, m.EditsMessageId)));
        Assert.Equal(72, (await app.RowsAsync<SentSlot>()).Single().MessageId);
    }

    private static async Task<FieldBotApp> AppAsync() => await FieldBotApp.StartAsync(SmallDialogs.Meeting);

    private static Task WriteAsync(FieldBotApp app, OutgoingFile file, string caption) => app.Database.WriteAsync(
        db =>
        {
            foreach (var chat in (long[])[1, 2])
                db.Outbox.Add(OutgoingMessage.WithFile(Somebody(app, chat), file, caption, SendPriority.Digest, app.Clock.GetUtcNow()));
            return Task.FromResult(0);
        },
        CancellationToken.None);

    private static async Task SlotAsync(FieldBotApp app, params string[] texts)
    {
        foreach (var text in texts)
        {
            await app.Database.WriteAsync(
                db =>
                {
                    var message = OutgoingMessage.To(Somebody(app, 1), new Reply(text), SendPriority.Review, app.Clock.GetUtcNow());
                    message.Slot = "reviews";
                    db.Outbox.Add(message);
                    return Task.FromResult(0);
                },
                CancellationToken.None);
            await app.SendAsync();
        }
    }

    private static Person Somebody(FieldBotApp app, long chat) => new() { Name = "", Area = "", Channel = app.Channel.Name, ChatId = chat };
}
