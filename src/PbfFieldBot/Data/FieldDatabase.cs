using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace PbfFieldBot.Data;

/// <summary>The way to the database: gives out contexts, each for one piece of work.</summary>
public sealed class FieldDatabase : IDisposable
{
    private const int Tries = 5;
    private readonly DatabaseAddress address;
    private readonly Func<FieldDb> contexts;

    // One writer at a time, in this process and in all: SQLite makes the others poll, PostgreSQL makes each hold a connection; waiting in line here costs nothing.
    private readonly SemaphoreSlim writing = new(1);
    private readonly TaskCompletionSource damaged = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Whoever waits behind a writer that waits for the database has waited as long as that one: a person is told in time.
    private static readonly TimeSpan LongestLine = SqliteSettings.Patience;

    // The context of the last write waits for the next, its connection open and its commands prepared; only who has the turn to write touches it.
    private static readonly TimeSpan LongestUnused = TimeSpan.FromMinutes(1);
    private FieldDb? writer;
    private long writerUsed;

    private FieldDatabase(DatabaseAddress address)
    {
        this.address = address;
        contexts = address.Contexts();
    }

    /// <summary>Opens a database whose tables are there, made or brought up to date first.</summary>
    public static async Task<FieldDatabase> OpenAsync(DatabaseAddress address, CancellationToken stop = default)
    {
        await address.PrepareAsync(stop);
        return new FieldDatabase(address);
    }

    /// <summary>Opens a SQLite file by its connection string.</summary>
    public static Task<FieldDatabase> OpenAsync(string sqlite, CancellationToken stop = default) => OpenAsync(new SqliteAddress(sqlite), stop);

    /// <summary>As <see cref="OpenAsync(DatabaseAddress, CancellationToken)"/>, for what only reads: a database that is not there is refused instead of made.</summary>
    public static async Task<FieldDatabase> OpenExistingAsync(DatabaseAddress address, CancellationToken stop = default)
    {
        await address.RefuseMissingAsync(stop);
        return await OpenAsync(address, stop);
    }

    /// <summary>Opens an existing SQLite file by its connection string.</summary>
    public static Task<FieldDatabase> OpenExistingAsync(string sqlite, CancellationToken stop = default) => OpenExistingAsync(new SqliteAddress(sqlite), stop);

    /// <summary>Where the key stands that seals what is kept of failed updates.</summary>
    public string KeyFile => address.KeyFile;

    /// <summary>A context for one piece of reading, to be disposed by the caller.</summary>
    public FieldDb NewContext() => contexts();

    /// <summary>
    /// Does one piece of work as one transaction: all of it is stored when this returns, or nothing when it throws. The work may be done again from its beginning,
    /// when it collides with another replica's.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<FieldDb, Task<T>> work, CancellationToken stop)
    {
        if (!await writing.WaitAsync(LongestLine, stop))
            throw new TimeoutException("another writer does not end");
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await WriteOnceAsync(work, stop);
                }
                catch (Exception error) when (attempt < Tries && DatabaseFault.IsCollision(error))
                {
                    // The server undid ours so that the other could go on.
                }
                catch (Exception error) when (DatabaseFault.Is(error))
                {
                    IsFailing = true;
                    if (DatabaseFault.IsDamage(error))
                        damaged.TrySetResult();
                    throw;
                }
            }
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Ends when a write or a look met a damaged file: nothing more may be written to it.</summary>
    public Task Damaged => damaged.Task;

    /// <summary>Reads a SQLite file whole for damage that no piece of work meets while the pages are remembered.</summary>
    public void LookForDamage()
    {
        if (!FileCheck.IsSoundInUse(DbSetup.FileOf(address.SqliteFile)))
            damaged.TrySetResult();
    }

    /// <summary>True after a write that the database could not take, until one succeeds.</summary>
    public bool IsFailing { get; private set; }

    /// <summary>Whether several processes may work on this database at once.</summary>
    public bool IsShared => address is PostgresAddress;

    /// <summary>Waits for the turn to do what one process at a time does on this database.</summary>
    public Task<ITurn> TurnAsync(TurnKind what, CancellationToken stop) => address.TurnAsync(what, stop);

    /// <summary>Throws when the database cannot be read, or when writing failed and still fails.</summary>
    public async Task ProbeAsync(CancellationToken stop)
    {
        if (IsFailing)
            await WriteAsync(db => db.Database.ExecuteSqlAsync($"INSERT INTO \"SeenUpdates\" (\"Channel\", \"UpdateId\", \"SeenAt\") VALUES ('probe', 0, 0) ON CONFLICT (\"Channel\", \"UpdateId\") DO UPDATE SET \"SeenAt\" = 0", stop), stop);
        await using var db = NewContext();
        await db.Database.ExecuteSqlAsync($"SELECT 1", stop);
    }

    public void Dispose()
    {
        writing.Dispose();
        writer?.Dispose();
        address.Close();
    }

    private async Task<T> WriteOnceAsync<T>(Func<FieldDb, Task<T>> work, CancellationToken stop)
    {
        var db = await TakeWriterAsync(stop);
        try
        {
            T result;
            await using (var transaction = await db.Database.BeginTransactionAsync(stop))
            {
                await address.WriteAloneAsync(db, stop);
                result = await work(db);
                await db.SaveChangesAsync(stop);
                await transaction.CommitAsync(stop);
            }

            IsFailing = false;
            db.ChangeTracker.Clear();
            (writer, writerUsed) = (db, Stopwatch.GetTimestamp());
            return result;
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    // A server or a firewall may have cut what nobody used for long.
    private async Task<FieldDb> TakeWriterAsync(CancellationToken stop)
    {
        var (kept, unused) = (writer, Stopwatch.GetElapsedTime(writerUsed));
        writer = null;
        if (kept is not null && unused < LongestUnused)
            return kept;
        if (kept is not null)
            await kept.DisposeAsync();
        var opened = NewContext();
        try
        {
            await opened.Database.OpenConnectionAsync(stop);
            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }
}
