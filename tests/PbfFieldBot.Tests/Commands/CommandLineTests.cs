using System.Diagnostics;
using System.Text.Json;
using PbfFieldBot.TestKit.Telegram;
using Xunit;

namespace PbfFieldBot.Tests.Commands;

[Trait("Base", "sqlite")]
public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task WrongUsageExitsWithTwoAndSaysInFrenchWhy()
    {
        var (code, _, error) = await ProgramRun.RunAsync(folder.Path, "invite");
        Assert.Equal((2, "L'option --role est obligatoire."), (code, error));
        Assert.Equal(2, (await ProgramRun.RunAsync(folder.Path, "inconnu")).Code);
        Assert.Equal(2, (await ProgramRun.RunAsync(folder.Path, "revoke abc")).Code);
    }

    [Fact]
    public async Task ARefusalExitsWithOneAndSaysWhy()
    {
        var (code, _, error) = await ProgramRun.RunAsync(folder.Path, "people --db rien.db");
        Assert.Equal((1, $"La base {folder["rien.db"]} n'existe pas."), (code, error));
    }

    [Fact]
    public async Task HelpIsFrench()
    {
        var (code, output, _) = await ProgramRun.RunAsync(folder.Path, "--help");
        Assert.Equal(0, code);
        Assert.Contains("Montre cette aide.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Show", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnInvitationIsPrintedForMachines()
    {
        var (code, output, _) = await ProgramRun.RunAsync(folder.Path, "invite --role partner --name Aminata --organisation \"Radio Koro\" --kind radio --area Koro --format json --db bot.db");
        Assert.Equal(0, code);
        var invitation = JsonDocument.Parse(output).RootElement;
        Assert.Equal(["code", "link", "qr", "expires"], invitation.EnumerateObject().Select(p => p.Name));
        Assert.Equal(24, invitation.GetProperty("code").GetString()!.Length);
        Assert.Equal(JsonValueKind.Null, invitation.GetProperty("link").ValueKind);
    }

    [Fact]
    public async Task WithATokenTheInvitationHasALinkAndAPicture()
    {
        await using var telegram = FakeTelegram.Start();
        var (code, output, _) = await ProgramRun.RunAsync(
            folder.Path, "invite --role coordinator --format json --db bot.db", ("Telegram__Token", FakeTelegram.Token), ("Telegram__BaseUrl", telegram.Address.ToString()));
        Assert.Equal(0, code);
        var invitation = JsonDocument.Parse(output).RootElement;
        Assert.Equal("https://t.me/pbf_field_bot?start=" + invitation.GetProperty("code").GetString(), invitation.GetProperty("link").GetString());
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], invitation.GetProperty("qr").GetBytesFromBase64()[..4]);
    }

    [Fact]
    public async Task AnUnknownAreaIsRefused()
    {
        var (code, _, error) = await ProgramRun.RunAsync(folder.Path, "invite --role partner --area Paris --db bot.db");
        Assert.Equal((1, "La zone « Paris » n'est ni une région ni un cercle connus."), (code, error));
    }

    [Fact]
    [Trait("Ligne", "B19")]
    public async Task ABadSettingIsOneSentence()
    {
        var (code, output, error) = await ProgramRun.RunAsync(folder.Path, "serve", ("Telegram__Token", "canari"));
        Assert.Equal((1, ""), (code, output));
        Assert.Equal("Telegram__Token n'a pas la forme d'un jeton de Telegram (un nombre, deux-points, puis des lettres et chiffres).", error);
    }

    [Fact]
    public async Task ServeRunsWithoutTelegramAndEndsWhenToldTo()
    {
        using var bot = ProgramRun.Start(folder.Path, "--db bot.db");
        Assert.Equal("Telegram n'est pas en marche : aucun jeton n'est donné (Telegram__Token).", await bot.StandardOutput.ReadLineAsync(CancellationToken.None));
        using var kill = Process.Start("kill", ["-TERM", bot.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await bot.WaitForExitAsync(CancellationToken.None);
        Assert.Equal(0, bot.ExitCode);
    }

    [Fact]
    public async Task ASecondBotOnTheSameDatabaseIsRefused()
    {
        using var bot = ProgramRun.Start(folder.Path, "serve --db bot.db");
        Assert.NotNull(await bot.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        var (code, _, error) = await ProgramRun.RunAsync(folder.Path, "serve --db bot.db");
        bot.Kill();
        await bot.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((1, $"Un bot tourne déjà sur la base {folder["bot.db"]}. Arrêtez-le d'abord, ou donnez une autre base avec --db."), (code, error));
    }

    public void Dispose() => folder.Dispose();
}
