using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PbfFieldBot.TestKit.Telegram;

/// <summary>A call that the bot made: when, which method, with what.</summary>
/// <param name="Upload">The file that came along; null usually.</param>
public sealed record ApiCall(DateTimeOffset At, string Method, JsonObject Body, UploadedFile? Upload = null);

/// <summary>
/// The Bot API's rules on loopback: the offset confirms, a second poller gets 409, broken messages get 400; faults can be scripted. Serves one bot.
/// </summary>
public sealed partial class FakeTelegram : IAsyncDisposable
{
    public const string Token = "123456789:AAFakeTokenForTestsOnly_000000000000";
    private readonly HttpListener listener = new();
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<ApiCall> calls = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<ScriptedFault>> faults = new();
    private readonly object gate = new();
    private readonly List<JsonObject> updates = [];
    private readonly Dictionary<long, PartnerPhone> phones = [];
    private TaskCompletionSource arrival = New();
    private Task loop = Task.CompletedTask;
    private JsonObject? last;
    private int lastUpdate = 1000;
    private int lastMessage;
    private int lastPress;
    private int polling;
    private string webhook = "";

    private FakeTelegram(int port)
    {
        Address = new Uri($"http://127.0.0.1:{port}");
        listener.Prefixes.Add(Address + "");
    }

    /// <summary>What to set as Telegram__BaseUrl.</summary>
    public Uri Address { get; }

    /// <summary>Every call so far, in order.</summary>
    public IReadOnlyList<ApiCall> Calls => [.. calls];

    /// <summary>Updates that the bot has not confirmed yet.</summary>
    public int Unconfirmed
    {
        get
        {
            lock (gate)
                return updates.Count;
        }
    }

    public static FakeTelegram Start()
    {
        var fake = new FakeTelegram(FreePort());
        fake.listener.Start();
        fake.loop = fake.RunAsync();
        return fake;
    }

    /// <summary>A phone with a user that nobody invited.</summary>
    public PartnerPhone NewPhone()
    {
        lock (gate)
        {
            var phone = new PartnerPhone(this, 4_000_000_000L + phones.Count);
            phones[phone.ChatId] = phone;
            return phone;
        }
    }

    /// <summary>The next calls of a method go wrong ("download" is the bringing down of a file).</summary>
    public void Break(string method, ScriptedFault fault, int times = 1)
    {
        for (var i = 0; i < times; i++)
            faults.GetOrAdd(method, _ => new()).Enqueue(fault);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Close();
        await loop;
        stop.Dispose();
    }

    /// <summary>Delivers an update; the same content under a given id may come again.</summary>
    public int Deliver(JsonObject content, int? id = null)
    {
        lock (gate)
        {
            var number = id ?? ++lastUpdate;
            var update = (JsonObject)content.DeepClone();
            update["update_id"] = number;
            updates.Add(update);
            last = update;
            arrival.TrySetResult();
            return number;
        }
    }

    /// <summary>The next update gets this number, and those after it go on from there.</summary>
    public void NumberFrom(int number)
    {
        lock (gate)
            lastUpdate = number - 1;
    }

    /// <summary>Delivers the last update once more, as Telegram does when it doubts that it arrived.</summary>
    public void DeliverAgain()
    {
        lock (gate)
        {
            if (last is { } again)
            {
                updates.Add((JsonObject)again.DeepClone());
                arrival.TrySetResult();
            }
        }
    }

    internal int NextMessageId() => Interlocked.Increment(ref lastMessage);

    internal string NextPressId() => "press" + Interlocked.Increment(ref lastPress);

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task RunAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var context = await listener.GetContextAsync();
                _ = Task.Run(() => ServeAsync(context));
            }
            catch (Exception) when (stop.IsCancellationRequested || !listener.IsListening)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(HttpListenerContext context)
    {
        try
        {
            var path = context.Request.Url!.AbsolutePath.Split('/');
            if (path is [_, "file", "bot" + Token, _, var name])
            {
                await DownloadAsync(context, name);
                return;
            }

            if (path.Length < 3 || path[1] != "bot" + Token)
            {
                await AnswerAsync(context, 404, Error(404, "Not Found"));
                return;
            }

            var (body, upload) = await FormReader.ReadAsync(context.Request);
            calls.Enqueue(new ApiCall(DateTimeOffset.UtcNow, path[2], body, upload));
            if (faults.TryGetValue(path[2], out var scripted) && scripted.TryDequeue(out var fault))
            {
                if (fault.Processes)
                    await HandleAsync(path[2], body, upload);
                await fault.PlayAsync(context, stop.Token);
                return;
            }

            var (status, answer) = await HandleAsync(path[2], body, upload);
            await AnswerAsync(context, status, answer);
        }
        catch (Exception trouble) when (trouble is HttpListenerException or ObjectDisposedException or OperationCanceledException or IOException)
        {
            // The bot went away in the middle: nothing to answer.
        }
    }

    private async Task<(int Status, JsonObject Answer)> HandleAsync(string method, JsonObject body, UploadedFile? upload) => method switch
    {
        "getUpdates" => await GetUpdatesAsync(body),
        "getMe" => Ok(new JsonObject { ["id"] = 123456789, ["is_bot"] = true, ["first_name"] = "Bot", ["username"] = "pbf_field_bot" }),
        "sendMessage" => Send(body, null),
        "sendPhoto" or "sendDocument" => upload is null ? (400, Error(400, "Bad Request: there is no file in the request")) : Send(body, upload with { IsPhoto = method == "sendPhoto" }),
        "getFile" => GetFile(body),
        "getWebhookInfo" => Ok(new JsonObject { ["url"] = webhook, ["has_custom_certificate"] = false, ["pending_update_count"] = Unconfirmed }),
        "setWebhook" => Webhook((string?)body["url"] ?? ""),
        "deleteWebhook" => Webhook(""),
        "editMessageText" => Edit(body),
        "editMessageReplyMarkup" => EditButtons(body),
        "answerCallbackQuery" or "setMyCommands" or "deleteMyCommands" or "sendChatAction" or "deleteMessage" or "leaveChat" => Ok(true),
        _ => (404, Error(404, "Not Found: method not found")),
    };

    private async Task<(int Status, JsonObject Answer)> GetUpdatesAsync(JsonObject body)
    {
        if (Interlocked.Exchange(ref polling, 1) == 1)
            return (409, Error(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"));
        try
        {
            var until = DateTimeOffset.UtcNow + TimeSpan.FromSeconds((int?)body["timeout"] ?? 0);
            while (true)
            {
                Task waiting;
                lock (gate)
                {
                    var offset = (int?)body["offset"] ?? 0;
                    updates.RemoveAll(u => offset > 0 && (int)u["update_id"]! < offset);
                    if (updates.Count > 0)
                        return Ok(new JsonArray([.. updates.Take((int?)body["limit"] ?? 100).Select(u => u.DeepClone())]));
                    if (arrival.Task.IsCompleted)
                        arrival = New();
                    waiting = arrival.Task;
                }

                var left = until - DateTimeOffset.UtcNow;
                if (left <= TimeSpan.Zero)
                    return Ok(new JsonArray());
                await Task.WhenAny(waiting, Task.Delay(left, stop.Token));
            }
        }
        finally
        {
            Interlocked.Exchange(ref polling, 0);
        }
    }

    private (int Status, JsonObject Answer) Webhook(string address)
    {
        webhook = address;
        return Ok(true);
    }

    private static (int Status, JsonObject Answer) Ok(JsonNode result) => (200, new JsonObject { ["ok"] = true, ["result"] = result });

    internal static JsonObject Error(int code, string description, int? retryAfter = null)
    {
        var error = new JsonObject { ["ok"] = false, ["error_code"] = code, ["description"] = description };
        if (retryAfter is { } seconds)
            error["parameters"] = new JsonObject { ["retry_after"] = seconds };
        return error;
    }

    internal static async Task AnswerAsync(HttpListenerContext context, int status, JsonObject answer)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(context.Response.OutputStream, answer);
        context.Response.Close();
    }
}
