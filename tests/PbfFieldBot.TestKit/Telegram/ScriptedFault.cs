using System.Net;
using System.Text;

namespace PbfFieldBot.TestKit.Telegram;

/// <summary>One way in which Telegram's answer goes wrong.</summary>
public sealed record ScriptedFault(Func<HttpListenerContext, CancellationToken, Task> PlayAsync, bool Processes = false)
{
    /// <summary>429 with the seconds to wait.</summary>
    public static ScriptedFault TooMany(int seconds) => new((c, _) => FakeTelegram.AnswerAsync(c, 429, FakeTelegram.Error(429, "Too Many Requests: retry after " + seconds, seconds)));

    /// <summary>502 with a page of HTML instead of JSON.</summary>
    public static ScriptedFault BadGateway { get; } = new(async (c, stop) =>
    {
        c.Response.StatusCode = 502;
        await c.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes("<html><body>502 Bad Gateway</body></html>"), stop);
        c.Response.Close();
    });

    /// <summary>400 with Telegram's reason ("Bad Request: message can't be edited").</summary>
    public static ScriptedFault Refused(string reason) => new((c, _) => FakeTelegram.AnswerAsync(c, 400, FakeTelegram.Error(400, "Bad Request: " + reason)));

    /// <summary>302: "it is over there".</summary>
    public static ScriptedFault Redirect(Uri to) => new((c, _) =>
    {
        c.Response.Redirect(to.ToString());
        c.Response.Close();
        return Task.CompletedTask;
    });

    /// <summary>500 in Telegram's own form.</summary>
    public static ScriptedFault ServerError { get; } = new((c, _) => FakeTelegram.AnswerAsync(c, 500, FakeTelegram.Error(500, "Internal Server Error")));

    /// <summary>The connection is cut without an answer.</summary>
    public static ScriptedFault Cut { get; } = new((c, _) =>
    {
        c.Response.Abort();
        return Task.CompletedTask;
    });

    /// <summary>The call is carried out, and the answer is lost.</summary>
    public static ScriptedFault LoseAnswer { get; } = Cut with { Processes = true };
}
