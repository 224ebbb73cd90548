using System.Text.Json.Nodes;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.TestKit.Telegram;
using Xunit;

namespace PbfFieldBot.Tests.Channels.Telegram;

public sealed class TelegramPeopleTests
{
    [Fact]
    public async Task TheMenuOfCommandsFollowsTheRole()
    {
        await using var served = await ServedBot.StartAsync();
        var oumar = await served.EnrolAsync(Role.Coordinator, "Oumar");
        var own = await MenuAsync(served, c => (long?)c.Body["scope"]?["chat_id"] == oumar.ChatId);
        Assert.Contains("inviter", own);
        var all = await MenuAsync(served, c => c.Body["scope"] is null);
        Assert.Contains("rien", all);
        Assert.DoesNotContain("inviter", all);
    }

    [Fact]
    public async Task AnInvitationComesAsAPictureWithItsLinkAndTheNewPhoneComesInByIt()
    {
        await using var served = await ServedBot.StartAsync();
        var oumar = await served.EnrolAsync(Role.Coordinator, "Oumar");
        await MenuAsync(served, c => (long?)c.Body["scope"]?["chat_id"] == oumar.ChatId);
        foreach (var (words, answer) in new[] { ("/inviter", "Qui voulez-vous"), ("Nouveau partenaire", "Pour quel genre"), ("Radio", "Quelle organisation"), ("Radio Jamana", "Quel nom"), ("Issa", "Quelle zone"), ("Koro", "Invitation pour Issa") })
        {
            oumar.Say(words);
            await oumar.UntilAsync(answer);
        }

        var invitation = oumar.Screen[^1];
        Assert.True(invitation.File is { IsPhoto: true, Name: "invitation.png" });
        var issa = served.Telegram.NewPhone();
        issa.Start(invitation.Text.Split("https://t.me/pbf_field_bot?start=")[1].Split('\n')[0]);
        await issa.UntilAsync("Bienvenue, Issa.");
    }

    // The menus are set beside the talk; the guard is against hanging only.
    private static async Task<IReadOnlyList<string>> MenuAsync(ServedBot served, Func<ApiCall, bool> wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (true)
        {
            if (served.Telegram.Calls.FirstOrDefault(c => c.Method == "setMyCommands" && wanted(c)) is { } call)
                return [.. ((JsonArray)call.Body["commands"]!).Select(c => (string)c!["command"]!)];
            await Task.Delay(20, patience.Token);
        }
    }
}
