using System.Diagnostics;

namespace PbfFieldBot.Tests.Commands;

/// <summary>The program as an operator runs it: a process of its own, in an empty folder, with the settings given.</summary>
internal static class ProgramRun
{
    public static readonly string Executable = Path.Combine(AppContext.BaseDirectory, "pbf-field-bot");

    public static async Task<(int Code, string Output, string Error)> RunAsync(string folder, string arguments, params (string Key, string Value)[] settings)
    {
        using var process = Start(folder, arguments, settings);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output).Trim(), (await error).Trim());
    }

    public static Process Start(string folder, string arguments, params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo(Executable, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Dashboard__Url"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        return Process.Start(start)!;
    }
}
