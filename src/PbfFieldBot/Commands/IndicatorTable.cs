using System.Globalization;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Texts;
using Spectre.Console;

namespace PbfFieldBot.Commands;

/// <summary>The indicators as a table for people, as wide as the terminal up to 100 columns; without colours where there is no terminal.</summary>
internal static class IndicatorTable
{
    private const int Widest = 100;
    private const int Narrowest = 60;
    private const int OtherColumns = 68;
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static void Write(ResultsFramework framework, IReadOnlyList<IndicatorValue> values, string? region) =>
        Write(Console.Out, Console.IsOutputRedirected ? Widest : Console.WindowWidth, framework, values, region);

    public static void Write(TextWriter to, int width, ResultsFramework framework, IReadOnlyList<IndicatorValue> values, string? region)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(to), Ansi = to == Console.Out ? AnsiSupport.Detect : AnsiSupport.No });
        console.Profile.Width = Math.Clamp(width, Narrowest, Widest);
        console.Profile.Capabilities.Unicode = true;
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in new[] { "code", "label" })
            table.AddColumn(new TableColumn(AppPhrases.Text("indicators.column." + column)));
        foreach (var column in new[] { "baseline", "target", "value", "pending", "sources" })
            table.AddColumn(new TableColumn(AppPhrases.Text("indicators.column." + column)) { NoWrap = column == "value" }.RightAligned());
        foreach (var (indicator, value) in framework.Indicators.Zip(values))
            table.AddRow([.. Row(indicator, value, console.Profile.Width - OtherColumns).Select(c => new Text(c))]);
        console.Write(table);
        if (region is not null)
            console.WriteLine(AppPhrases.Text("indicators.one_region", ("region", region)));
        if (values.Any(v => v.Pending > 0))
            console.WriteLine(AppPhrases.Text("indicators.pending_legend"));
    }

    private static string[] Row(Indicator indicator, IndicatorValue value, int room) =>
    [
        indicator.Code,
        Shortened(indicator.Label, Math.Max(12, room)),
        Number(indicator.Baseline, indicator),
        Number(indicator.Target, indicator),
        value.Display,
        value.Pending == 0 ? "" : value.Pending.ToString("#,0.##", French),
        value.Sources.ToString(French),
    ];

    private static string Number(decimal number, Indicator indicator) => Display.Of(indicator, number, null);

    private static string Shortened(string text, int room)
    {
        if (text.Length <= room)
            return text;
        var cut = text.LastIndexOf(' ', room - 1);
        return text[..(cut > room / 2 ? cut : room - 1)].TrimEnd() + "\u2026";
    }
}
