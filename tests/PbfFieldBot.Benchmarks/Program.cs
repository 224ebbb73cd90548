using System.Globalization;
using PbfFieldBot.Benchmarks;
using PbfFieldBot.Benchmarks.Load;

switch (args)
{
    case ["intake", .. var sizes]:
        foreach (var size in sizes.DefaultIfEmpty("100"))
            await IntakeLoad.RunAsync(int.Parse(size, CultureInfo.InvariantCulture));
        return 0;
    case ["indicators", .. var sizes]:
        await IndicatorReadBenchmark.RunAsync(sizes.DefaultIfEmpty("1000").Select(s => int.Parse(s, CultureInfo.InvariantCulture)));
        return 0;
    case ["export", .. var sizes]:
        await ExportLoad.RunAsync(sizes.DefaultIfEmpty("10000").Select(s => int.Parse(s, CultureInfo.InvariantCulture)));
        return 0;
    case ["messages"]:
        MessageReadBenchmark.Run();
        return 0;
    case ["start"]:
        await ColdStart.RunAsync();
        return 0;
    case ["load", .. var words]:
        await ServeLoad.RunAsync(words);
        return 0;
    default:
        await Console.Error.WriteLineAsync("usage: intake [UPDATES_IN_A_BATCH...] | indicators [REPORTS...] | export [REPORTS...] | messages | start | load [polling|webhook] [sqlite|postgres] [1|2] [PEOPLExREPORTS] [stored=REPORTS]");
        return 2;
}
