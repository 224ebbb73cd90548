using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PbfFieldBot.TestKit.Telegram;

namespace PbfFieldBot.Benchmarks.Load;

/// <summary>
/// The Bot API for thousands of calls a second: it hands out updates by polling (the offset confirms) or brings them to webhooks, and passes on what the bot sends.
/// It checks nothing: the test kit's fake does, at a price that would be the measure's.
/// </summary>
internal sealed class LoadTelegram : IAsyncDisposable
{
    private const int MostInAPoll = 100;
    private static readonly byte[] Done = """{"ok":true,"result":true}"""u8.ToArray();
    private readonly WebApplication web;
    private readonly HttpClient hooks = new(new SocketsHttpHandler { MaxConnectionsPerServer = 100, UseProxy = false });
    private readonly Lock gate = new();
    private readonly List<(int Id, byte[] Json)> waiting = [];
    private readonly Action<long, string> said;
    private TaskCompletionSource arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int lastUpdate;
    private int lastMessage = 1_000_000;
    private int turn;

    private LoadTelegram(WebApplication web, Action<long, string> said) => (this.web, this.said) = (web, said);

    public Uri Address => new(web.Urls.First());

    /// <summary>Where updates are brought, by turns; empty for polling.</summary>
    public IReadOnlyList<Uri> Hooks { get; set; } = [];

    public string Secret { get; } = "load_secret_1";

    /// <param name="said">Told of each message that the bot sends: the chat and the text.</param>
    public static async Task<LoadTelegram> StartAsync(Action<long, string> said)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var telegram = new LoadTelegram(builder.Build(), said);
        telegram.web.Run(telegram.AnswerAsync);
        await telegram.web.StartAsync();
        return telegram;
    }

    /// <summary>Somebody writes to the bot.</summary>
    public void Write(long chat, string text)
    {
        if (Hooks.Count > 0)
        {
            _ = BringAsync(Update(Interlocked.Increment(ref lastUpdate), chat, text));
            return;
        }

        // Numbers grow in the order of the queue: an offset confirms all that is lower.
        lock (gate)
        {
            waiting.Add((++lastUpdate, Update(lastUpdate, chat, text)));
            arrival.TrySetResult();
        }
    }

    private static byte[] Update(int id, long chat, string text)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $$$"""{"update_id":{{{id}}},"message":{"message_id":{{{id}}},"from":{"id":{{{chat}}},"is_bot":false,"first_name":"Essai"},"chat":{"id":{{{chat}}},"first_name":"Essai","type":"private"},"date":{{{now}}},"text":"{{{JsonEncodedText.Encode(text)}}}"}}"""));
    }

    public async ValueTask DisposeAsync()
    {
        hooks.Dispose();
        await web.DisposeAsync();
    }

    private async Task BringAsync(byte[] json)
    {
        for (var tries = 0; ; tries++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Hooks[Interlocked.Increment(ref turn) % Hooks.Count]) { Content = new ByteArrayContent(json) };
            request.Content.Headers.ContentType = new("application/json");
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", Secret);
            try
            {
                using var answer = await hooks.SendAsync(request);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException) when (tries < 100)
            {
                // A replica that is away: another try, as Telegram does.
            }

            await Task.Delay(50);
        }
    }

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        return path[(path.LastIndexOf('/') + 1)..] switch
        {
            "getUpdates" => PollAsync(context),
            "sendMessage" or "editMessageText" => TakeAsync(context),
            "getMe" => WriteAsync(context, """{"ok":true,"result":{"id":123456789,"is_bot":true,"first_name":"Essai","username":"essai_bot"}}"""u8.ToArray()),
            _ => WriteAsync(context, Done),
        };
    }

    private async Task TakeAsync(HttpContext context)
    {
        var (chat, text) = Read(await BodyAsync(context.Request));
        await WriteAsync(context, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $$$"""{"ok":true,"result":{"message_id":{{{Interlocked.Increment(ref lastMessage)}}},"from":{"id":123456789,"is_bot":true,"first_name":"Essai","username":"essai_bot"},"chat":{"id":{{{chat}}},"first_name":"Essai","type":"private"},"date":{{{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}}},"text":"{{{JsonEncodedText.Encode(text)}}}"}}""")));
        said(chat, text);
    }

    private async Task PollAsync(HttpContext context)
    {
        var (offset, timeout) = ReadPoll(await BodyAsync(context.Request));
        var until = DateTimeOffset.UtcNow.AddSeconds(timeout);
        List<byte[]> page;
        while ((page = Page(offset, out var more)).Count == 0 && DateTimeOffset.UtcNow < until)
            await Task.WhenAny(more, Task.Delay(until - DateTimeOffset.UtcNow, context.RequestAborted));
        var body = new ArrayBufferWriter<byte>(256 + page.Sum(p => p.Length + 1));
        body.Write("""{"ok":true,"result":["""u8);
        for (var i = 0; i < page.Count; i++)
        {
            if (i > 0)
                body.Write(","u8);
            body.Write(page[i]);
        }

        body.Write("]}"u8);
        await WriteAsync(context, body.WrittenMemory);
    }

    private List<byte[]> Page(int offset, out Task more)
    {
        lock (gate)
        {
            if (offset > 0)
                waiting.RemoveAll(u => u.Id < offset);
            if (waiting.Count == 0 && arrival.Task.IsCompleted)
                arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);
            more = arrival.Task;
            return [.. waiting.Take(MostInAPoll).Select(u => u.Json)];
        }
    }

    private static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static (long Chat, string Text) Read(ReadOnlyMemory<byte> body)
    {
        var json = new Utf8JsonReader(body.Span);
        var (chat, text) = (0L, "");
        while (json.Read())
            if (json.TokenType == JsonTokenType.PropertyName && json.CurrentDepth == 1)
            {
                if (json.ValueTextEquals("chat_id"u8) && json.Read())
                    chat = json.TokenType == JsonTokenType.Number ? json.GetInt64() : long.Parse(json.GetString()!, CultureInfo.InvariantCulture);
                else if (json.ValueTextEquals("text"u8) && json.Read())
                    text = json.GetString()!;
            }

        return (chat, text);
    }

    private static (int Offset, int Timeout) ReadPoll(ReadOnlyMemory<byte> body)
    {
        using var json = JsonDocument.Parse(body);
        int Number(string key) => json.RootElement.TryGetProperty(key, out var value) ? value.GetInt32() : 0;
        return (Number("offset"), Number("timeout"));
    }

    private static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> json)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        await context.Response.Body.WriteAsync(json);
    }
}
