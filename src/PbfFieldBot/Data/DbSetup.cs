using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Data;

/// <summary>
/// Makes the database ready at start: its folder, the file, the tables of this version. Only one process at a time does so, held apart by a lock of the operating
/// system beside the file, which dies with the process; EF's own lock is a row that a kill leaves behind, and the next start would wait for it for ever.
/// </summary>
public static class DbSetup
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);

    public static async Task PrepareAsync(string connectionString, CancellationToken stop)
    {
        var file = FileOf(connectionString);
        MakeFolder(file);
        try
        {
            FileCheck.RefuseOtherFile(file);
            await using var db = new SqliteFieldDb(SqliteFieldDb.OptionsFor(connectionString));
            if (File.Exists(file) && await IsUpToDateAsync(db, stop))
                return;
            await using var alone = await LockAsync(file + ".lock", stop);
            if (!File.Exists(file))
                await MakeAsync(file, connectionString, stop);
            if (await IsUpToDateAsync(db, stop))
                return;
            await RemoveLockOfDeadProcessAsync(db, stop);
            await KeepOldAsync(db, file, connectionString, stop);
            await db.Database.MigrateAsync(stop);
        }
        catch (SqliteException error) when (error.SqliteErrorCode is NotADatabase or Corrupt)
        {
            throw new RefusedException(AppPhrases.Text("data.damaged", ("file", file)), error);
        }
        catch (SqliteException error) when (error.SqliteErrorCode is CannotOpen or ReadOnly)
        {
            throw new RefusedException(AppPhrases.Text("data.unwritable", ("file", file)), error);
        }
    }

    /// <summary>Refuses a database that is not there yet.</summary>
    public static void RefuseMissing(string connectionString)
    {
        var file = FileOf(connectionString);
        if (!File.Exists(file))
            throw new RefusedException(AppPhrases.Text("data.missing", ("file", file)));
    }

    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    internal static string FileOf(string connectionString) => Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);

    private static void MakeFolder(string file)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file) ?? throw new RefusedException(AppPhrases.Text("data.unwritable", ("file", file))));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(AppPhrases.Text("data.unwritable", ("file", file)), error);
        }
    }

    // Made aside and then put in place: at the database's own place there is never an empty file or half a schema of ours. Only a file that is still empty can be told to give
    // deleted pages back.
    private static async Task MakeAsync(string file, string connectionString, CancellationToken stop)
    {
        var coming = file + ".new";
        foreach (var end in new[] { "", "-wal", "-shm", "-journal" })
            File.Delete(coming + end);
        var aside = new SqliteConnectionStringBuilder(connectionString) { DataSource = coming, Pooling = false }.ToString();
        await using (var connection = new SqliteConnection(aside))
        {
            await connection.OpenAsync(stop);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA auto_vacuum=INCREMENTAL; PRAGMA journal_mode=WAL;";
            await command.ExecuteNonQueryAsync(stop);
        }

        await using (var db = new SqliteFieldDb(SqliteFieldDb.OptionsFor(aside)))
            await db.Database.MigrateAsync(stop);
        File.Move(coming, file);
    }

    private static async Task<bool> IsUpToDateAsync(SqliteFieldDb db, CancellationToken stop)
    {
        var pending = await db.Database.GetPendingMigrationsAsync(stop);
        return !pending.Any();
    }

    private static async Task<FileStream> LockAsync(string path, CancellationToken stop)
    {
        for (var waited = TimeSpan.Zero; ; waited += BetweenTries)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.None);
            }
            catch (IOException) when (waited < LongestWait)
            {
                await Task.Delay(BetweenTries, stop);
            }
            catch (IOException error)
            {
                throw new RefusedException(AppPhrases.Text("data.busy", ("file", path)), error);
            }
            catch (UnauthorizedAccessException error)
            {
                throw new RefusedException(AppPhrases.Text("data.unwritable", ("file", path)), error);
            }
        }
    }

    // A copy from before the change stays beside the database: a way back to the version before.
    private static async Task KeepOldAsync(SqliteFieldDb db, string file, string connectionString, CancellationToken stop)
    {
        if ((await db.Database.GetAppliedMigrationsAsync(stop)).LastOrDefault() is not { } schema)
            return;
        var copy = $"{file}.avant-mise-a-jour-{schema.Split('_')[0]}";
        if (!File.Exists(copy))
            await Backup.WriteAsync(connectionString, copy, stop);
    }

    // We hold the lock of the operating system, so whoever wrote this row is dead.
    private static async Task RemoveLockOfDeadProcessAsync(SqliteFieldDb db, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "DROP TABLE IF EXISTS \"__EFMigrationsLock\"";
        await command.ExecuteNonQueryAsync(stop);
    }
}
