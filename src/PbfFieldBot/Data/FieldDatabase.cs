using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace PbfFieldBot.Data;

/// <summary>The way to the database: gives out contexts, each for one piece of work.</summary>
public sealed class FieldDatabase : IDisposable
{
    private readonly PooledDbContextFactory<SqliteFieldDb> contexts;
    private readonly string connectionString;

    private FieldDatabase(string connectionString)
    {
        this.connectionString = connectionString;
        contexts = new(SqliteFieldDb.OptionsFor(connectionString));
    }

    /// <summary>Opens a database whose file and tables are there, made or brought up to date by <see cref="DbSetup"/>.</summary>
    public static async Task<FieldDatabase> OpenAsync(string connectionString, CancellationToken stop = default)
    {
        var database = new FieldDatabase(connectionString);
        try
        {
            await DbSetup.PrepareAsync(connectionString, stop);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>As <see cref="OpenAsync"/>, for what only reads: a file that is not there is refused instead of made.</summary>
    public static Task<FieldDatabase> OpenExistingAsync(string connectionString, CancellationToken stop = default)
    {
        DbSetup.RefuseMissing(connectionString);
        return OpenAsync(connectionString, stop);
    }

    /// <summary>A context for one piece of work, to be disposed by the caller.</summary>
    public FieldDb NewContext() => contexts.CreateDbContext();

    public void Dispose()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }
}
