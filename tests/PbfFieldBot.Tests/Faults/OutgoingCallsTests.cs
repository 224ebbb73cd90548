using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using PbfFieldBot.TestKit.Telegram;
using Xunit;

namespace PbfFieldBot.Tests.Faults;

/// <summary>Whom the program calls, as the kernel sees it: Telegram's server and nobody else, whatever that server answers.</summary>
[Trait("Base", "sqlite")]
public sealed partial class OutgoingCallsTests
{
    [Fact]
    [Trait("Ligne", "A16")]
    public async Task OnlyTelegramIsCalledWhateverPathsAndRedirectsItGives()
    {
        using var elsewhere = new TcpListener(IPAddress.Loopback, 0);
        elsewhere.Start();
        var other = $"127.0.0.1:{((IPEndPoint)elsewhere.LocalEndpoint).Port}";
        await using var scene = await FaultScene.OpenAsync();
        var log = Path.Combine(scene.Folder, "calls.txt");
        scene.Start(["strace", "-f", "-qq", "-o", log, "-e", "trace=connect,sendto,sendmsg"]);
        var aminata = await scene.EnrolAsync();
        string[] paths = ["../../etc/passwd", $"@{other}/x", $"//{other}/x", $"http://{other}/x", "files/x?y=z"];
        foreach (var (n, path) in paths.Append("files/moved").Index())
        {
            scene.Telegram.ForgePath("forged" + n, path);
            foreach (var (says, sees) in new[] { ("atelier", "Quel jour"), (FaultScene.DayApart(n), "Où ?"), ("Koro", "Combien"), ("25 dont 9 femmes", "sujet"), ("passer", "liste de présence") })
            {
                aminata.Say(says);
                await scene.SeesAsync(aminata, sees);
            }

            foreach (var method in new[] { "sendMessage", "getUpdates", "download" })
                scene.Telegram.Break(method, ScriptedFault.Redirect(new Uri($"http://{other}/x")));
            aminata.SendPhoto("forged" + n);
            await scene.SeesAsync(aminata, "J'envoie ?");
            aminata.Say("oui");
            await scene.SeesAsync(aminata, "Reçu, n° ");
        }

        using (var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2)))
            while (scene.Telegram.Calls.Where(c => c.Method == "getFile").Select(c => (string?)c.Body["file_id"]).Distinct().Count() <= paths.Length)
                await Task.Delay(20, patience.Token);
        await scene.CheckPromisesAsync(paths.Length + 1, aminata);

        Assert.False(elsewhere.Pending());
        var called = File.ReadLines(log).SelectMany(l => Address().Matches(l)).Select(m => m.Groups["ip"].Value + ":" + m.Groups["port"].Value).Distinct();
        Assert.Equal([string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{scene.Telegram.Address.Port}")], called);
        Assert.DoesNotContain(File.ReadLines(log), l => l.Contains("AF_INET6", StringComparison.Ordinal) && !l.Contains("::ffff:127.0.0.1", StringComparison.Ordinal));
    }

    [GeneratedRegex("""sin6?_port=htons\((?<port>[0-9]+)\).*?"(?:::ffff:)?(?<ip>[0-9a-f.:]+)["]""")]
    private static partial Regex Address();
}
