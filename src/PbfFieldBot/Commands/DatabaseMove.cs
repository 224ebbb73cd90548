using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Indicators;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Commands;

/// <summary>
/// Moves everything from a SQLite file to an empty PostgreSQL database in one transaction, and compares tables, receipts and figures before it is committed: it is there
/// whole and the same, or not at all. Every table of the model goes, also those of tomorrow.
/// </summary>
internal sealed class DatabaseMove(FieldDb from, FieldDb to, ResultsFramework framework)
{
    private const int RowsAtOnce = 500;

    /// <summary>Moves all rows and says how many.</summary>
    public async Task<int> RunAsync(Action<string> progress, CancellationToken stop)
    {
        await using var moment = await Snapshot.OpenAsync(from, stop);
        await using var transaction = await to.Database.BeginTransactionAsync(stop);
        var tables = InOrder(to.Model);
        foreach (var table in tables)
            if (await Rows(to, table).AnyAsync(stop))
                throw new RefusedException(AppPhrases.Text("cli.migrate.not_empty"));
        var rows = 0;
        foreach (var table in tables)
        {
            progress(table.GetTableName()!);
            rows += await CopyAsync(table, stop);
        }

        await CompareAsync(tables, stop);
        await transaction.CommitAsync(stop);
        return rows;
    }

    // Rows that others refer to come first.
    private static List<IEntityType> InOrder(IModel model)
    {
        List<IEntityType> ordered = [];
        foreach (var table in model.GetEntityTypes())
            Add(table);
        return ordered;

        void Add(IEntityType table)
        {
            if (ordered.Contains(table))
                return;
            foreach (var key in table.GetForeignKeys().Where(k => k.PrincipalEntityType != table))
                Add(key.PrincipalEntityType);
            ordered.Add(table);
        }
    }

    private static IQueryable<object> Rows(FieldDb db, IEntityType table) =>
        (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), Type.EmptyTypes)!.MakeGenericMethod(table.ClrType).Invoke(db, null)!;

    private async Task<int> CopyAsync(IEntityType table, CancellationToken stop)
    {
        var (copied, highest) = (0, 0L);
        var number = table.FindPrimaryKey() is { Properties: [{ ValueGenerated: ValueGenerated.OnAdd } id] } ? id : null;
        await foreach (var row in Rows(from, table).AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            to.Add(row);
            highest = number is null ? 0 : Math.Max(highest, (long)number.PropertyInfo!.GetValue(row)!);
            if (++copied % RowsAtOnce == 0)
                await SaveAsync(stop);
        }

        await SaveAsync(stop);
        if (number is not null)
            await SetNextNumberAsync(table.GetTableName()!, number.GetColumnName(), highest + 1, stop);
        return copied;
    }

    // PostgreSQL's text cannot hold U+0000, SQLite's can.
    private async Task SaveAsync(CancellationToken stop)
    {
        foreach (var value in to.ChangeTracker.Entries().SelectMany(e => e.Properties))
            if (value.CurrentValue is string text && text.Contains('\0', StringComparison.Ordinal))
                value.CurrentValue = text.Replace("\0", "", StringComparison.Ordinal);
        await to.SaveChangesAsync(stop);
        to.ChangeTracker.Clear();
    }

    // Numbers that the database gives out go on after the last that came along.
    private Task SetNextNumberAsync(string table, string column, long next, CancellationToken stop)
    {
        var quoted = $"\"{table}\"";
        return to.Database.ExecuteSqlAsync($"SELECT setval(pg_get_serial_sequence({quoted}, {column}), {next}, false)", stop);
    }

    private async Task CompareAsync(List<IEntityType> tables, CancellationToken stop)
    {
        foreach (var table in tables)
            if (await Rows(from, table).CountAsync(stop) != await Rows(to, table).CountAsync(stop))
                throw Different(table.GetTableName()!);
        if (!(await ReceiptsAsync(from, stop)).SequenceEqual(await ReceiptsAsync(to, stop)))
            throw Different("Submissions");
        foreach (var indicator in framework.Indicators)
            if (await IndicatorQueries.ValueAsync(from, indicator, null, null, stop) != await IndicatorQueries.ValueAsync(to, indicator, null, null, stop))
                throw Different(indicator.Code);
    }

    private static Task<List<string>> ReceiptsAsync(FieldDb db, CancellationToken stop) => db.Submissions.OrderBy(s => s.Id).Select(s => s.Receipt + " " + s.Status).ToListAsync(stop);

    private static RefusedException Different(string what) => new(AppPhrases.Text("cli.migrate.differs", ("what", what)));
}
