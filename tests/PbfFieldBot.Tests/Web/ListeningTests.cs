using System.Diagnostics;
using System.Globalization;
using System.Net;
using PbfFieldBot.Tests.Commands;
using Xunit;

namespace PbfFieldBot.Tests.Web;

/// <summary>Where `serve` listens, seen from the kernel's own list; each run has a network of its own (that needs root).</summary>
[Trait("Base", "sqlite")]
[Trait("Ligne", "A13")]
public sealed class ListeningTests : IDisposable
{
    private static readonly (string, string)[] OfAContainer =
    [
        ("ASPNETCORE_HTTP_PORTS", "8080"), ("ASPNETCORE_HTTPS_PORTS", "8443"), ("ASPNETCORE_URLS", "http://*:8081"), ("DOTNET_HTTP_PORTS", "8082"), ("DOTNET_URLS", "http://+:8083"),
        ("URLS", "http://0.0.0.0:8084"), ("HTTP_PORTS", "8085"), ("PORT", "8086"), ("Kestrel__Endpoints__Http__Url", "http://0.0.0.0:8087"), ("DOTNET_RUNNING_IN_CONTAINER", "true"),
    ];

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task ByDefaultOnlyThisMachineCanReachItWhateverAContainerSets()
    {
        foreach (var settings in new[] { [], OfAContainer })
            Assert.Equal(("127.0.0.1:5080", false), await ServedAsync(settings));
    }

    [Theory]
    [InlineData("http://0.0.0.0:6000", "0.0.0.0:6000")]
    [InlineData("http://bot.example.org:6000", "0.0.0.0:6000")]
    public async Task OnlyAnAddressThatTheOperatorNamesIsPublicAndItIsSaid(string address, string listens) =>
        Assert.Equal((listens, true), await ServedAsync(("Dashboard__Url", address)));

    [Fact]
    public async Task AnAddressOfThisMachineIsNotCalledPublic() => Assert.Equal(("127.0.0.1:6000", false), await ServedAsync(("Dashboard__Url", "http://localhost:6000")));

    public void Dispose() => folder.Dispose();

    private async Task<(string Listens, bool SaysPublic)> ServedAsync(params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("unshare", ["-n", "sh", "-c", "ip link set lo up && exec \"$0\" \"$@\"", ProgramRun.Executable, "serve", "--db", folder[Guid.NewGuid() + ".db"]])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
        };
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        using var bot = Process.Start(start)!;
        List<string> said = [];
        while (await bot.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (line.StartsWith("Telegram n'est pas en marche", StringComparison.Ordinal))
                break;
        }

        var listens = Listening(bot.Id);
        bot.Kill();
        await bot.WaitForExitAsync();
        return (listens, said.Exists(l => l.Contains("peut être jointe par d'autres machines (Dashboard__Url).", StringComparison.Ordinal)));
    }

    // "0: 0100007F:13D8 00000000:0000 0A": a socket that listens (0A), its address as the processor writes a number.
    private static string Listening(int process) => string.Join(
        ", ",
        new[] { "tcp", "tcp6" }.SelectMany(kind => File.ReadLines($"/proc/{process}/net/{kind}").Skip(1)).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(f => f[3] == "0A")
            .Select(f => f[1].Split(':')).Select(a => $"{new IPAddress([.. Convert.FromHexString(a[0]).Chunk(4).SelectMany(four => four.Reverse())])}:{int.Parse(a[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)}"));
}
