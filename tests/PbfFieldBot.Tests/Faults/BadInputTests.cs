using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Outbox;
using PbfFieldBot.TestKit.Telegram;
using PbfFieldBot.Tests.Channels.Telegram;
using Xunit;

namespace PbfFieldBot.Tests.Faults;

/// <summary>What people, other bots and broken clients may send: each has one documented outcome, and nothing of it harms the talk.</summary>
public sealed class BadInputTests
{
    private const string Origin = "CanariOrigine";

    [Fact]
    [Trait("Ligne", "B02")]
    public async Task APasteThatTheClientCutIsOneTextWithOneAnswer()
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata");
        var before = aminata.Screen.Count;
        aminata.Say(new string('x', 4090));
        aminata.Say("Réunion du comité régional hier à Mopti, 15 participants dont 6 femmes");
        await aminata.NextAsync();
        aminata.Say("aide");
        await aminata.UntilAsync("Écrivez");
        Assert.Equal(before + 2, aminata.Screen.Count);
    }

    [Fact]
    [Trait("Ligne", "B02")]
    public async Task AHundredMessagesInAMomentGetFewAnswersWithinTelegramsLimits()
    {
        await using var served = await ServedBot.StartAsync(SendLimits.OfTelegram());
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata");
        var before = aminata.Screen.Count;
        for (var i = 0; i < 100; i++)
            aminata.Say("aide");
        aminata.Say("atelier");
        await aminata.UntilAsync("Quel jour");
        Assert.InRange(aminata.Screen.Count - before, 1, 12);
        Assert.All(aminata.Screen, m => Assert.InRange(m.Text.Length, 1, 4096));
    }

    [Fact]
    [Trait("Ligne", "B03")]
    public async Task MarkupIsTextLikeAnyOther()
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata", organisation: "OSC <b>Benkadi</b> & fils", kind: "osc");
        foreach (var (says, sees) in new[] { ("atelier", "Quel jour"), ("hier", "Où ?"), ("Koro", "Combien"), ("25 dont 9 femmes", "sujet"), ("<b>paix</b> & *_[`{{7*7}}<script>", "liste de présence"), ("passer", "J'envoie ?") })
        {
            aminata.Say(says);
            await aminata.UntilAsync(sees);
        }

        Assert.Contains("<b>paix</b> & *_[`{{7*7}}<script>", aminata.Screen[^1].Text, StringComparison.Ordinal);
        Assert.Contains("OSC <b>Benkadi</b> & fils", aminata.Screen[^1].Text, StringComparison.Ordinal);
        Assert.All(served.Telegram.Calls, c => Assert.Null(c.Body["parse_mode"]));
    }

    [Fact]
    [Trait("Ligne", "B07")]
    public async Task ForgedButtonsChangeNothingAndAreAnswered()
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata");
        var random = new Random(7);
        var before = await StateAsync(served);
        for (var i = 0; i < (FaultScene.Whole ? 10_000 : 200); i++)
            aminata.PressData(i % 4 == 0 ? "r" + random.Next() + ":approve" : i % 4 == 1 ? "q99999:" + random.Next() : new string((char)random.Next(33, 126), random.Next(1, 90)), random.Next(1, 99));
        aminata.Say("aide");
        await aminata.UntilAsync("Écrivez");
        Assert.Equal(before, await StateAsync(served));
    }

    [Fact]
    [Trait("Ligne", "B10")]
    [Trait("Base", "sqlite")]
    public async Task ForwardedWordsBecomeOnesOwnOnlyAfterAYesAndNobodyLearnsWhoseTheyWere()
    {
        await using var served = await ServedBot.StartAsync(file: "");
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata", organisation: "OSC Benkadi", kind: "osc");
        Forward(aminata, "Atelier hier à Koro, 25 participants dont 9 femmes");
        Assert.Equal("Ce message est transféré : je ne le prends pas pour vos propres mots. Est-ce votre rapport ?", (await aminata.NextAsync()).Text);
        aminata.Tap("Non");
        Assert.StartsWith("D'accord, je laisse ce message de côté.", (await aminata.NextAsync()).Text, StringComparison.Ordinal);
        Forward(aminata, "Atelier hier à Koro, 25 participants dont 9 femmes");
        await aminata.NextAsync();
        aminata.Say("oui");
        Assert.Contains("25 (9 femmes, 16 hommes)", (await aminata.NextAsync()).Text, StringComparison.Ordinal);
        aminata.TapOld("Non");
        await aminata.UntilAsync("Je ne reconnais pas ce bouton.");
        Assert.False(Contains(await File.ReadAllBytesAsync(served.DatabaseFile, CancellationToken.None), Origin));
        Assert.False(Contains(await File.ReadAllBytesAsync(served.DatabaseFile + "-wal", CancellationToken.None), Origin));
    }

    [Fact]
    [Trait("Ligne", "B11")]
    public async Task InAGroupTheBotSaysOneLineLeavesAndKeepsNothing()
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata");
        var group = new JsonObject { ["id"] = -1001234567890, ["type"] = "supergroup", ["title"] = "CanariGroupe" };
        served.Telegram.Deliver(new JsonObject { ["my_chat_member"] = Membership(group, "member") });
        for (var i = 0; i < 3; i++)
            served.Telegram.Deliver(new JsonObject { ["message"] = new JsonObject { ["message_id"] = 7 + i, ["date"] = Now, ["chat"] = group.DeepClone(), ["from"] = User(5), ["text"] = "CanariTexte" } });
        served.Telegram.Deliver(new JsonObject { ["my_chat_member"] = Membership(group, "left") });
        aminata.Say("aide");
        await aminata.UntilAsync("Écrivez");
        await served.CallsAsync("leaveChat", 4);
        var sent = served.Telegram.Calls.Where(c => c.Method == "sendMessage" && (long)c.Body["chat_id"]! < 0).ToList();
        Assert.Equal("Je travaille en privé. Écrivez-moi directement.", (string?)Assert.Single(sent).Body["text"]);
        await using var db = served.Database.NewContext();
        Assert.Equal(1, await db.People.CountAsync(CancellationToken.None));
    }

    [Fact]
    [Trait("Ligne", "B12")]
    public async Task KindsOfUpdateThatMeanNothingHereAreConfirmedAndForgotten()
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata");
        var before = aminata.Screen.Count;
        foreach (var kind in new[] { "inline_query", "poll", "pre_checkout_query", "business_message", "message_reaction", "guest_message", "managed_bot", "not_yet_invented" })
            served.Telegram.Deliver(new JsonObject { [kind] = new JsonObject { ["id"] = "1", ["from"] = User(aminata.ChatId), ["date"] = Now } });
        aminata.Say("aide");
        await aminata.UntilAsync("Écrivez");
        Assert.Equal(before + 1, aminata.Screen.Count);
        Assert.Equal(["message", "edited_message", "callback_query", "my_chat_member"], served.Telegram.Calls.First(c => c.Method == "getUpdates").Body["allowed_updates"]!.AsArray().Select(k => (string)k!));
    }

    [Theory]
    [Trait("Ligne", "B13")]
    [InlineData("""{"voice":{"file_id":"v","file_unique_id":"u","duration":3}}""")]
    [InlineData("""{"video":{"file_id":"v","file_unique_id":"u","duration":3,"width":1,"height":1}}""")]
    [InlineData("""{"video_note":{"file_id":"v","file_unique_id":"u","duration":3,"length":1}}""")]
    [InlineData("""{"animation":{"file_id":"v","file_unique_id":"u","duration":3,"width":1,"height":1},"document":{"file_id":"v","file_unique_id":"u"}}""")]
    [InlineData("""{"sticker":{"file_id":"v","file_unique_id":"u","type":"regular","width":1,"height":1,"is_animated":false,"is_video":false}}""")]
    [InlineData("""{"document":{"file_id":"v","file_unique_id":"u","file_name":"a.zip","file_size":22020096}}""")]
    [InlineData("""{"contact":{"phone_number":"+22370000000","first_name":"CanariTiers","user_id":99}}""")]
    [InlineData("""{"location":{"latitude":14.501234,"longitude":-4.201234}}""")]
    [InlineData("""{"venue":{"location":{"latitude":14.5,"longitude":-4.2},"title":"x","address":"y"},"location":{"latitude":14.5,"longitude":-4.2}}""")]
    [InlineData("""{"poll":{"id":"1","question":"?","options":[],"total_voter_count":0,"is_closed":false,"is_anonymous":true,"type":"regular","allows_multiple_answers":false}}""")]
    [InlineData("""{"dice":{"emoji":"x","value":3}}""")]
    public async Task AKindThatIsNoAnswerIsAnsweredAndTheQuestionStays(string content)
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata");
        aminata.Say("atelier");
        await aminata.UntilAsync("Quel jour");
        aminata.Send(JsonNode.Parse(content)!.AsObject());
        Assert.NotEmpty((await aminata.NextAsync()).Text);
        aminata.Say("hier");
        await aminata.UntilAsync("Où ?");
        await using var db = served.Database.NewContext();
        Assert.DoesNotContain(await db.Conversations.Select(c => c.State).ToListAsync(CancellationToken.None), s => s.Contains("CanariTiers", StringComparison.Ordinal) || s.Contains("14.501234", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Ligne", "B13")]
    public async Task ALiveLocationIsReadOnceAndItsMovesAreIgnored()
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata");
        var place = new JsonObject { ["latitude"] = 14.5, ["longitude"] = -4.2, ["live_period"] = 900 };
        aminata.Send(new JsonObject { ["location"] = place.DeepClone() });
        await aminata.NextAsync();
        var before = aminata.Screen.Count;
        for (var i = 0; i < 5; i++)
            aminata.SendEdited(new JsonObject { ["location"] = place.DeepClone() });
        aminata.Say("aide");
        await aminata.UntilAsync("Écrivez");
        Assert.Equal(before + 1, aminata.Screen.Count);
    }

    [Fact]
    [Trait("Ligne", "B14")]
    public async Task OtherBotsGetNoAnswerAtAll()
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata");
        for (var i = 0; i < (FaultScene.Whole ? 1000 : 100); i++)
            served.Telegram.Deliver(new JsonObject { ["message"] = new JsonObject { ["message_id"] = i + 1, ["date"] = Now, ["chat"] = new JsonObject { ["id"] = 77, ["type"] = "private" }, ["from"] = new JsonObject { ["id"] = 77, ["is_bot"] = true, ["first_name"] = "b" }, ["text"] = "/start" } });
        aminata.Say("aide");
        await aminata.UntilAsync("Écrivez");
        Assert.DoesNotContain(served.Telegram.Calls, c => c.Body["chat_id"] is { } chat && (long)chat == 77);
    }

    [Fact]
    [Trait("Ligne", "F14")]
    public async Task AnUpdateOfAShapeThatNobodyKnowsIsSetAsideAndTheOthersFlow()
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata");
        served.Telegram.Deliver(new JsonObject { ["message"] = new JsonObject { ["message_id"] = "seven", ["date"] = "yesterday", ["chat"] = new JsonObject { ["id"] = aminata.ChatId, ["type"] = "private" } } });
        served.Telegram.Deliver(new JsonObject { ["message"] = new JsonArray(1, 2) });
        aminata.Say(new string('y', 5_000_000));
        aminata.Say("atelier");
        await aminata.UntilAsync("il est mis de côté");
        await aminata.UntilAsync("Quel jour");
        await using var db = served.Database.NewContext();
        Assert.Equal(2, await db.SetAsideUpdates.CountAsync(CancellationToken.None));
    }

    private static long Now => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    private static JsonObject User(long id) => new() { ["id"] = id, ["is_bot"] = false, ["first_name"] = PartnerPhone.CanaryName };

    private static JsonObject Membership(JsonObject group, string status) => new()
    {
        ["chat"] = group.DeepClone(),
        ["from"] = User(5),
        ["date"] = Now,
        ["old_chat_member"] = new JsonObject { ["status"] = "left", ["user"] = User(123456789) },
        ["new_chat_member"] = new JsonObject { ["status"] = status, ["user"] = User(123456789) },
    };

    private static void Forward(PartnerPhone phone, string text) => phone.Send(new JsonObject
    {
        ["text"] = text,
        ["forward_origin"] = new JsonObject { ["type"] = "user", ["date"] = Now, ["sender_user"] = new JsonObject { ["id"] = 42, ["is_bot"] = false, ["first_name"] = Origin } },
    });

    private static bool Contains(byte[] bytes, string word) => bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(word)) >= 0;

    private static async Task<string> StateAsync(ServedBot served)
    {
        await using var db = served.Database.NewContext();
        var rows = await db.Submissions.CountAsync(CancellationToken.None) + await db.SetAsideUpdates.CountAsync(CancellationToken.None) + await db.People.CountAsync(CancellationToken.None);
        return rows + string.Concat(await db.Conversations.Select(c => System.Text.RegularExpressions.Regex.Replace(c.State, "\"Turn\":[0-9]+", "")).ToListAsync(CancellationToken.None));
    }
}
