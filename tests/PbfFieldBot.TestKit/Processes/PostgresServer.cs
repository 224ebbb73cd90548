using System.Diagnostics;

namespace PbfFieldBot.TestKit.Processes;

/// <summary>A PostgreSQL server of one test, in a temporary folder and reached by a socket in it: it may be restarted, stopped and started as a power cut or an operator does.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("pbf-postgres-").FullName;

    /// <summary>The connection string of a database that the program makes at its start.</summary>
    public string Connection => $"Host={folder};Username=postgres;Database=pbf";

    public static async Task<PostgresServer> StartNewAsync()
    {
        var server = new PostgresServer();
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", "postgres", server.folder);
        await server.RunAsOwnerAsync($"initdb -D {server.folder}/data -U postgres -A trust -E UTF8 --locale=C.UTF-8");
        await server.StartAsync();
        return server;
    }

    public Task StartAsync() => RunAsOwnerAsync($"pg_ctl -D {folder}/data -l {folder}/log -w -o '-k {folder} -c listen_addresses= -c fsync=off' start");

    /// <summary>Ends all at once, without a farewell to anybody.</summary>
    public Task StopAsync() => RunAsOwnerAsync($"pg_ctl -D {folder}/data -m immediate stop");

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    // The server refuses to run as root.
    private Task RunAsOwnerAsync(string command)
    {
        var programs = Directory.EnumerateDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(Directory.Exists).Order(StringComparer.Ordinal).Last();
        var line = $"cd {folder} && {programs}/{command} >/dev/null 2>&1";
        return Environment.IsPrivilegedProcess ? RunAsync("su", "postgres", "-s", "/bin/sh", "-c", line) : RunAsync("sh", "-c", line);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
