using System.CommandLine;
using System.Globalization;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Indicators;
using PbfFieldBot.Intake;
using PbfFieldBot.People;
using PbfFieldBot.Reports.Snapshots;
using PbfFieldBot.Texts;
using Spectre.Console;
using Command = System.CommandLine.Command;

namespace PbfFieldBot.Commands;

/// <summary>`indicators`: the current values; `indicators explain CODE`: every report behind one; `indicators rebuild`: the same figures from scratch.</summary>
internal static class IndicatorsCommand
{
    public static Command Create()
    {
        var (file, asOf, region) = (CommonOptions.Database(), CommonOptions.AsOf(), CommonOptions.Region());
        var format = CommonOptions.Format("table", "json");
        var snapshot = CommonOptions.Snapshot(asOf);
        var command = new Command("indicators", AppPhrases.Text("cli.indicators.about")) { file, asOf, snapshot, region, format };
        command.Add(Explain());
        command.Add(Rebuild());
        command.SetAction(async (line, stop) =>
        {
            var settings = Settings.Load(line.GetValue(file));
            using var database = await FieldDatabase.OpenExistingAsync(settings.Database, stop);
            var catalog = DialogFolder.Open(settings.Dialogs);
            var area = CommonOptions.AreaOf(catalog, line.GetValue(region));
            var (framework, values) = line.GetValue(snapshot) is { } name
                ? await FrozenAsync(database, catalog, name, area, stop)
                : (catalog.Framework, await new IndicatorQueries(database, catalog.Framework).ValuesAsync(CommonOptions.DayOf(line.GetValue(asOf)), area, stop));
            if (line.GetValue(format) == "json")
                Console.WriteLine(IndicatorJson.Write(framework, values));
            else
                IndicatorTable.Write(framework, values, area is null ? null : line.GetValue(region));
        });
        return command;
    }

    private static async Task<(ResultsFramework, IReadOnlyList<IndicatorValue>)> FrozenAsync(FieldDatabase database, DialogCatalog catalog, string name, string? area, CancellationToken stop)
    {
        var figures = SnapshotArchive.FiguresOf(await new SnapshotArchive(database, catalog).FindAsync(name, stop));
        var values = figures.Of(area ?? Areas.National) ?? throw new RefusedException(AppPhrases.Text("snapshot.unknown_area"));
        return (figures.Framework, values.Values);
    }

    private static Command Explain()
    {
        var code = new Argument<string>("CODE") { Description = AppPhrases.Text("cli.indicators.code") };
        var (file, asOf, region) = (CommonOptions.Database(), CommonOptions.AsOf(), CommonOptions.Region());
        var command = new Command("explain", AppPhrases.Text("cli.indicators.explain")) { code, file, asOf, region };
        command.SetAction(async (line, stop) =>
        {
            var settings = Settings.Load(line.GetValue(file));
            using var database = await FieldDatabase.OpenExistingAsync(settings.Database, stop);
            var catalog = DialogFolder.Open(settings.Dialogs);
            var explainer = new IndicatorExplainer(database, catalog.Framework, CellsOf(database, catalog));
            var explanation = await explainer.ExplainAsync(line.GetValue(code)!, CommonOptions.DayOf(line.GetValue(asOf)), CommonOptions.AreaOf(catalog, line.GetValue(region)), stop);
            Console.WriteLine(explanation is null ? throw Unknown(line.GetValue(code)!, catalog) : ExplanationText.Of(explanation, catalog));
        });
        return command;
    }

    private static Command Rebuild()
    {
        var file = CommonOptions.Database();
        var command = new Command("rebuild", AppPhrases.Text("cli.indicators.rebuild")) { file };
        command.SetAction(async (line, stop) =>
        {
            var settings = Settings.Load(line.GetValue(file));
            using var database = await FieldDatabase.OpenExistingAsync(settings.Database, stop);
            var catalog = DialogFolder.Open(settings.Dialogs);
            var queries = new IndicatorQueries(database, catalog.Framework);
            var before = await queries.ValuesAsync(stop: stop);
            var reports = await database.WriteAsync(db => CellsOf(database, catalog).RebuildAsync(db, Progress(), stop), stop);
            var changed = (await queries.ValuesAsync(stop: stop)).Except(before).Select(v => v.Code).ToList();
            Console.WriteLine(AppPhrases.File.Count("indicators.rebuilt", reports));
            Console.WriteLine(changed.Count == 0 ? AppPhrases.Text("indicators.unchanged") : AppPhrases.Text("indicators.changed", ("codes", string.Join(", ", changed))));
        });
        return command;
    }

    private static IndicatorCells CellsOf(FieldDatabase database, DialogCatalog catalog) => new(catalog.Framework, new DialogVersions(database, catalog).Find);

    private static Progress<int>? Progress() => Console.IsErrorRedirected
        ? null
        : new Progress<int>(done =>
        {
            if (done % 1000 == 0)
                Console.Error.Write($"\r{done.ToString(CultureInfo.InvariantCulture)}");
        });

    // Codes are too short for spelling distance: those of the same result are the near ones.
    private static RefusedException Unknown(string code, DialogCatalog catalog)
    {
        var codes = catalog.Framework.Indicators.Select(i => i.Code).ToList();
        var near = codes.Where(c => c[0] == code.TrimStart()[..1].FirstOrDefault()).ToList();
        return new RefusedException(AppPhrases.Text("cli.indicators.unknown_code", ("code", code), ("codes", string.Join(", ", near.Count > 0 ? near : codes))));
    }
}
