using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Commands;

/// <summary>Runs one command line: exit 0 for success, 1 for a refusal with its reason, 2 for wrong usage.</summary>
internal static class CommandLineRun
{
    private const int Refused = 1;
    private const int WrongUsage = 2;

    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        // System.CommandLine speaks the language of the process: French, whatever the machine's.
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
        foreach (var option in root.Options)
            option.Description = option switch
            {
                HelpOption => AppPhrases.Text("cli.option.help"),
                VersionOption => AppPhrases.Text("cli.option.version"),
                _ => option.Description,
            };
        var parsed = root.Parse(NamesVerb(args) ? args : ["serve", .. args]);
        if (parsed.Action is ParseErrorAction wrong)
            wrong.ShowTypoCorrections = false;
        using var signals = new StopSignals();
        try
        {
            var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, signals.Token);
            return parsed.Action is ParseErrorAction ? WrongUsage : code;
        }
        catch (RefusedException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return Refused;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(AppPhrases.Text("cli.stopped"));
            return Refused;
        }
        catch (Exception error)
        {
            var detail = args.Contains(CommonOptions.Verbose) ? error.ToString() : AppPhrases.Text("cli.unexpected", ("kind", error.GetType().Name));
            await Console.Error.WriteLineAsync(detail);
            return Refused;
        }
    }

    // Without a verb the bot is meant; help and version are the root's own.
    private static bool NamesVerb(string[] args) => args is ["-h" or "-?" or "/?" or "/h" or "--help" or "--version", ..] || args is [var first, ..] && !first.StartsWith('-');
}
