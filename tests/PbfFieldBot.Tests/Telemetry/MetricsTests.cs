using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using PbfFieldBot.TestKit.Telegram;
using PbfFieldBot.Tests.Commands;
using PbfFieldBot.Tests.Faults;
using Xunit;

namespace PbfFieldBot.Tests.Telemetry;

/// <summary>The real program sends its numbers to a collector that its operator names, and to nobody else.</summary>
[Trait("Base", "sqlite")]
public sealed class MetricsTests : IDisposable
{
    private readonly HttpListener collector = new();
    private readonly ConcurrentQueue<string> received = new();
    private readonly string address = $"http://127.0.0.1:{FreePort()}/";

    [Fact]
    public async Task TheNumbersReachTheCollectorAndNothingPersonalDoes()
    {
        await using var scene = await FaultScene.OpenAsync();
        scene.Start(null, ("OTEL_EXPORTER_OTLP_ENDPOINT", address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRIC_EXPORT_INTERVAL", "300"));
        var aminata = await scene.EnrolAsync("CanariNom");
        scene.Telegram.Break("sendMessage", ScriptedFault.TooMany(1));
        await scene.ReportAsync(aminata);
        scene.Telegram.DeliverAgain();
        var wanted = new[] { "pbf.updates", "handled", "seen_before", "pbf.intake.duration", "pbf.outbox.depth", "pbf.outbox.oldest", "pbf.sends", "delivered", "told_to_wait", "pbf-field-bot" };
        using (var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1)))
            while (!wanted.All(w => received.Any(r => r.Contains(w, StringComparison.Ordinal))))
                await Task.Delay(50, patience.Token);
        Assert.Equal(0, await scene.Bot.TerminateAsync());
        foreach (var personal in new[] { FakeTelegram.Token, PartnerPhone.CanaryName, "CanariNom", "Koro", aminata.ChatId.ToString(System.Globalization.CultureInfo.InvariantCulture), FaultScene.ReceiptsSeenBy(aminata)[0] })
            Assert.DoesNotContain(received, r => r.Contains(personal, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnAddressThatIsNoneIsRefusedByItsKey()
    {
        using var folder = new TemporaryFolder();
        var (code, _, error) = await ProgramRun.RunAsync(folder.Path, $"serve --db {folder["bot.db"]}", ("OTEL_EXPORTER_OTLP_ENDPOINT", "canari"));
        Assert.Equal(1, code);
        Assert.StartsWith("OTEL_EXPORTER_OTLP_ENDPOINT ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("canari", error, StringComparison.Ordinal);
    }

    public MetricsTests()
    {
        collector.Prefixes.Add(address);
        collector.Start();
        _ = ListenAsync();
    }

    public void Dispose() => collector.Close();

    // Names and texts stand in OTLP's messages as they are.
    private async Task ListenAsync()
    {
        while (collector.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await collector.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            received.Enqueue(context.Request.Url!.AbsolutePath + " " + Encoding.Latin1.GetString(body.ToArray()));
            context.Response.Close();
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
