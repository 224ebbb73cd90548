using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace PbfFieldBot.Data;

/// <summary>One SQLite file, of one process at a time.</summary>
public sealed record SqliteAddress(string ConnectionString) : DatabaseAddress(ConnectionString)
{
    public override string Shown => new SqliteConnectionStringBuilder(ConnectionString).DataSource;

    internal override string KeyFile => DbSetup.FileOf(ConnectionString) + ".key";

    internal override Task PrepareAsync(CancellationToken stop) => DbSetup.PrepareAsync(ConnectionString, stop);

    internal override Task RefuseMissingAsync(CancellationToken stop)
    {
        DbSetup.RefuseMissing(ConnectionString);
        return Task.CompletedTask;
    }

    internal override Func<FieldDb> Contexts()
    {
        var pool = new PooledDbContextFactory<SqliteFieldDb>(SqliteFieldDb.OptionsFor(ConnectionString));
        return pool.CreateDbContext;
    }

    // SQLite has one writer by itself.
    internal override Task WriteAloneAsync(FieldDb db, CancellationToken stop) => Task.CompletedTask;

    internal override Task<ITurn> TurnAsync(TurnKind what, CancellationToken stop) => Task.FromResult<ITurn>(new OnlyTurn());

    internal override void Close()
    {
        foreach (var used in new[] { ConnectionString, SqliteFieldDb.Patient(ConnectionString) })
        {
            using var connection = new SqliteConnection(used);
            SqliteConnection.ClearPool(connection);
        }
    }
}
