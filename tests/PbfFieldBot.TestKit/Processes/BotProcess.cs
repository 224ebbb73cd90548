using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using PbfFieldBot.TestKit.Telegram;

namespace PbfFieldBot.TestKit.Processes;

/// <summary>
/// The real, built program as an operator runs it (`serve`), against a fake Telegram on a file: perhaps under strace or faketime, killed and started again.
/// </summary>
public sealed class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly Task reading;

    private BotProcess(Process process)
    {
        this.process = process;
        reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
    }

    /// <summary>All that the program printed so far.</summary>
    public string Output => string.Join('\n', lines);

    /// <summary>The process's number.</summary>
    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public Task Exited => process.WaitForExitAsync();

    /// <summary>Starts `serve` on a file.</summary>
    /// <param name="wrapper">What the program runs under, e.g. strace with its options; nothing usually.</param>
    /// <param name="settings">More settings by their keys in the environment's form.</param>
    public static BotProcess Start(FakeTelegram telegram, string database, string[]? wrapper = null, params (string Key, string Value)[] settings) =>
        Start(telegram.Address, Path.GetDirectoryName(Path.GetFullPath(database))!, wrapper ?? [], [("Database__ConnectionString", "Data Source=" + database), .. settings]);

    /// <summary>Starts `serve` in a folder, on the database that the settings name.</summary>
    public static BotProcess Start(Uri telegram, string folder, string[] wrapper, params IEnumerable<(string Key, string Value)> settings)
    {
        string[] line = [.. wrapper, Executable, "serve"];
        var start = new ProcessStartInfo(line[0], line.Skip(1))
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Telegram__Token"] = FakeTelegram.Token;
        start.Environment["Telegram__BaseUrl"] = telegram.ToString();
        start.Environment["Dialogs__Path"] = Path.Combine(Repository.Root, "dialogs");
        start.Environment["Dashboard__Url"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        return new BotProcess(Process.Start(start)!);
    }

    /// <summary>Runs a command line to its end, whatever that is.</summary>
    public static async Task RunAsync(params string[] line)
    {
        var start = new ProcessStartInfo(line[0], line.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Dialogs__Path"] = Path.Combine(Repository.Root, "dialogs");
        using var process = Process.Start(start)!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync(), process.WaitForExitAsync()).WaitAsync(Patience);
    }

    /// <summary>Options of strace that kill the program at its n-th write to a file.</summary>
    public static string[] KilledAtWrite(int n) => Strace($"inject=pwrite64:signal=KILL:when={n}", "pwrite64");

    /// <summary>Options of strace that make system calls fail, e.g. "pwrite64", "ENOSPC", "50+".</summary>
    public static string[] Failing(string calls, string error, string when) => Strace($"inject={calls}:error={error}:when={when}", calls);

    /// <summary>Cuts the power: no farewell.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await EndAsync();
    }

    /// <summary>Asks the program to end, as systemd does; its exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await EndAsync();
        return process.ExitCode;
    }

    /// <summary>Waits until the program ended by itself.</summary>
    public async Task EndAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        await reading.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    /// <summary>The built program; another, such as the published one, when PBF_PROGRAM names it.</summary>
    public static string Executable => Environment.GetEnvironmentVariable("PBF_PROGRAM") ?? Path.Combine(AppContext.BaseDirectory, "pbf-field-bot");

    private static string[] Strace(string inject, string calls) => ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=" + calls, "-e", inject];

    private async Task ReadAsync(StreamReader from)
    {
        while (await from.ReadLineAsync() is { } line)
            lines.Enqueue(line);
    }
}
