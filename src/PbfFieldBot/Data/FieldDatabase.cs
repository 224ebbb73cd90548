using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace PbfFieldBot.Data;

/// <summary>The way to the database: gives out contexts, each for one piece of work.</summary>
public sealed class FieldDatabase : IDisposable
{
    private readonly PooledDbContextFactory<SqliteFieldDb> contexts;
    private readonly string connectionString;

    // SQLite lets one writer in at a time and makes the others poll; waiting in line here costs nothing.
    private readonly SemaphoreSlim writing = new(1);

    private FieldDatabase(string connectionString)
    {
        this.connectionString = connectionString;
        contexts = new(SqliteFieldDb.OptionsFor(connectionString));
    }

    /// <summary>Opens a database whose file and tables are there, made or brought up to date by <see cref="DbSetup"/>.</summary>
    public static async Task<FieldDatabase> OpenAsync(string connectionString, CancellationToken stop = default)
    {
        await DbSetup.PrepareAsync(connectionString, stop);
        return new FieldDatabase(connectionString);
    }

    /// <summary>As <see cref="OpenAsync"/>, for what only reads: a file that is not there is refused instead of made.</summary>
    public static Task<FieldDatabase> OpenExistingAsync(string connectionString, CancellationToken stop = default)
    {
        DbSetup.RefuseMissing(connectionString);
        return OpenAsync(connectionString, stop);
    }

    /// <summary>Where the key stands that seals what is kept of failed updates: beside the database.</summary>
    public string KeyFile => DbSetup.FileOf(connectionString) + ".key";

    /// <summary>A context for one piece of reading, to be disposed by the caller.</summary>
    public FieldDb NewContext() => contexts.CreateDbContext();

    /// <summary>Does one piece of work as one transaction: all of it is stored when this returns, or nothing when it throws.</summary>
    public async Task<T> WriteAsync<T>(Func<FieldDb, Task<T>> work, CancellationToken stop)
    {
        await writing.WaitAsync(stop);
        try
        {
            await using var db = NewContext();
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            var result = await work(db);
            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
            return result;
        }
        finally
        {
            writing.Release();
        }
    }

    public void Dispose()
    {
        writing.Dispose();
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }
}
