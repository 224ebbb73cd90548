using System.Globalization;
using PbfFieldBot.Benchmarks;

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
        await ServeLoad.RunAsync(0, 0);
        return 0;
    case ["load", .. var sizes]:
        await ServeLoad.RunAsync(int.Parse(sizes.ElementAtOrDefault(0) ?? "200", CultureInfo.InvariantCulture), int.Parse(sizes.ElementAtOrDefault(1) ?? "5", CultureInfo.InvariantCulture));
        return 0;
    default:
        await Console.Error.WriteLineAsync("usage: intake [UPDATES_IN_A_BATCH...] | indicators [REPORTS...] | export [REPORTS...] | messages | start | load [PEOPLE [REPORTS_EACH]]");
        return 2;
}
