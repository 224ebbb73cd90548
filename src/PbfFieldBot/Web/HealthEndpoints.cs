using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PbfFieldBot.Data;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Web;

/// <summary>Says to whoever watches the program whether it lives and whether it can work. Why not is told on the machine itself only.</summary>
internal sealed class HealthEndpoints(FieldDatabase database, Func<string> telegram)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public void Map(IEndpointRouteBuilder web)
    {
        web.MapGet("/health/live", () => Results.Json(new { status = "live" }));
        web.MapGet("/health/ready", (Delegate)ReadyAsync);
    }

    private async Task<IResult> ReadyAsync(HttpContext context)
    {
        var trouble = await TroubleAsync(context.RequestAborted);
        var status = trouble is null ? "ready" : "not_ready";
        var code = trouble is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return IsOnThisMachine(context)
            ? Results.Json(new { status, reason = trouble is null ? null : AppPhrases.Text("health.database", ("kind", trouble)), telegram = AppPhrases.Text("health.telegram." + telegram()) }, statusCode: code)
            : Results.Json(new { status }, statusCode: code);
    }

    private async Task<string?> TroubleAsync(CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        try
        {
            await database.ProbeAsync(limit.Token);
            return null;
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            return (error.InnerException ?? error).GetType().Name;
        }
    }

    // Behind a proxy everything comes from this machine; the proxy says for whom.
    private static bool IsOnThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded");
}
