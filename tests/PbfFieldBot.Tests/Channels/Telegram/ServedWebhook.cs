using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using PbfFieldBot.TestKit;
using PbfFieldBot.TestKit.Telegram;
using PbfFieldBot.Tests.Commands;

namespace PbfFieldBot.Tests.Channels.Telegram;

/// <summary>One replica: the real program behind a webhook, to which updates are brought as Telegram does.</summary>
internal sealed class ServedWebhook : IAsyncDisposable
{
    public const string Secret = "secret_of_tests";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly HttpClient client = new();
    private readonly Process process;

    private ServedWebhook(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public static Task<ServedWebhook> StartAsync(TestDatabase place, FakeTelegram telegram, bool polling = false) => StartAsync(place.Arguments, telegram, polling);

    /// <param name="database">What makes the program work on a database, for its command line.</param>
    public static async Task<ServedWebhook> StartAsync(string database, FakeTelegram telegram, bool polling = false)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        List<(string, string)> settings =
        [
            ("Telegram__Token", FakeTelegram.Token), ("Telegram__BaseUrl", telegram.Address.ToString()), ("Dashboard__Url", address), ("Dialogs__Path", Path.Combine(Repository.Root, "dialogs")),
        ];
        if (!polling)
            settings.AddRange([("Telegram__PublicUrl", address + "/telegram"), ("Telegram__WebhookSecret", Secret)]);
        var served = new ServedWebhook(ProgramRun.Start(Path.GetTempPath(), "serve " + database, [.. settings]), new Uri(address));
        _ = served.process.StandardOutput.ReadToEndAsync();
        _ = served.process.StandardError.ReadToEndAsync();
        await served.UntilAsync(async () => (await served.GetAsync("/health/live")).Status == HttpStatusCode.OK);
        return served;
    }

    public async Task<(HttpStatusCode Status, string Body)> GetAsync(string path)
    {
        using var answer = await client.GetAsync(new Uri(Address, path));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Brings a body; the status, or 0 when nobody answered.</summary>
    public async Task<int> PostAsync(string body, string? secret = Secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, "/telegram")) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (secret is not null)
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        try
        {
            using var answer = await client.SendAsync(request);
            return (int)answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
    }

    public static string Says(int update, long chat, string text) => JsonSerializer.Serialize(new
    {
        update_id = update,
        message = new { message_id = update, date = DateTimeOffset.UtcNow.ToUnixTimeSeconds(), chat = new { id = chat, type = "private", first_name = "x" }, from = new { id = chat, is_bot = false, first_name = "x" }, text },
    });

    /// <summary>Waits until something holds; the guard is against hanging only.</summary>
    public async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await TrueAsync(holds))
            await Task.Delay(50, patience.Token);
    }

    public void Kill() => process.Kill();

    public bool HasExited => process.HasExited;

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        client.Dispose();
    }

    private static async Task<bool> TrueAsync(Func<Task<bool>> holds)
    {
        try
        {
            return await holds();
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
