using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Web;

/// <summary>The web server of `serve`: where it listens is ours to say and nobody else's, whatever variables a container image sets.</summary>
internal static class WebHost
{
    /// <summary>A builder without any default: no variables, no files, no other addresses.</summary>
    public static WebApplicationBuilder NewBuilder(Uri address)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            Listen(server, address);
        });
        builder.Services.AddRoutingCore();
        return builder;
    }

    /// <summary>Starts it, or says in one sentence that the address is taken.</summary>
    public static async Task StartAsync(WebApplication web, Uri address, CancellationToken stop)
    {
        try
        {
            await web.StartAsync(stop);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            throw new RefusedException(AppPhrases.Text("cli.serve.address_taken", ("address", address)), error);
        }
    }

    public static bool IsPublic(Uri address) => !address.IsLoopback;

    private static void Listen(KestrelServerOptions server, Uri address)
    {
        if (IPAddress.TryParse(address.DnsSafeHost, out var ip))
            server.Listen(ip, address.Port);
        else
            server.Listen(address.IsLoopback ? IPAddress.Loopback : IPAddress.Any, address.Port);
    }
}
