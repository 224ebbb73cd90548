using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace PbfFieldBot.Data;

/// <summary>
/// Commands that a context keeps ready, on EF's connection and in its transaction, for what nearly every update or report needs: EF's change tracking and the database's
/// parser cost several times as much. The SQL is understood by SQLite and PostgreSQL alike; its parameters are @p0, @p1 …
/// </summary>
internal sealed class PreparedCommands(FieldDb db) : IDisposable
{
    private static readonly ConcurrentDictionary<(Type Context, Type Row), RowInsert> Inserts = new();
    private readonly Dictionary<string, DbCommand> commands = new(StringComparer.Ordinal);

    /// <summary>Returns how many rows changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Ready(sql, values).ExecuteNonQuery();

    /// <summary>Returns the first value of the first row.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<object?> values) => Ready(sql, values).ExecuteScalar();

    /// <summary>Returns the rows, to be disposed by the caller.</summary>
    public DbDataReader Read(string sql, params ReadOnlySpan<object?> values) => Ready(sql, values).ExecuteReader();

    /// <summary>Writes a new row of a table, all of whose values are known; the context may follow it by Attach.</summary>
    public void Insert<T>(T row)
        where T : class
    {
        var insert = Inserts.GetOrAdd((db.GetType(), typeof(T)), static (key, model) => RowInsert.Of(model.FindEntityType(key.Row)!), db.Model);
        Execute(insert.Sql, insert.ValuesOf(row));
    }

    public void Dispose()
    {
        foreach (var command in commands.Values)
            command.Dispose();
        commands.Clear();
    }

    private DbCommand Ready(string sql, ReadOnlySpan<object?> values)
    {
        if (!commands.TryGetValue(sql, out var command))
            commands[sql] = command = New(sql, values.Length);
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    private DbCommand New(string sql, int parameters)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@p" + i.ToString(CultureInfo.InvariantCulture);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    // The columns and conversions are the model's.
    private sealed record RowInsert(string Sql, IReadOnlyList<IProperty> Properties)
    {
        public static RowInsert Of(IEntityType table)
        {
            var properties = table.GetProperties().ToList();
            var columns = properties.Select(p => "\"" + p.GetColumnName() + "\"");
            var parameters = properties.Select((_, i) => "@p" + i.ToString(CultureInfo.InvariantCulture));
            return new($"INSERT INTO \"{table.GetTableName()}\" ({string.Join(", ", columns)}) VALUES ({string.Join(", ", parameters)})", properties);
        }

        public object?[] ValuesOf(object row) => [.. Properties.Select(p => p.PropertyInfo!.GetValue(row) is { } value ? p.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value : null)];
    }
}
