using System.Globalization;
using Microsoft.Data.Sqlite;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Data;

/// <summary>
/// Copies of the database. Only SQLite itself copies a database in use: a copy of the main file alone opens, passes its integrity check and lacks what stands in the write-ahead log.
/// </summary>
public static class Backup
{
    private const string Prefix = "pbf-field-bot-";

    /// <summary>Writes a copy, while the bot runs or not. The name appears only when the copy is whole and on the disk.</summary>
    public static async Task WriteAsync(string connectionString, string target, CancellationToken stop)
    {
        var file = Path.GetFullPath(target);
        DbSetup.RefuseMissing(connectionString);
        if (File.Exists(file))
            throw new RefusedException(AppPhrases.Text("backup.exists", ("file", file)));
        var part = file + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.Delete(part);
            await using (var connection = new SqliteConnection(connectionString))
            {
                await connection.OpenAsync(stop);
                await using var command = connection.CreateCommand();
                command.CommandText = "VACUUM INTO $part";
                command.Parameters.AddWithValue("$part", part);
                await command.ExecuteNonQueryAsync(stop);
            }

            await using (var written = new FileStream(part, FileMode.Open, FileAccess.ReadWrite))
                written.Flush(flushToDisk: true);
            File.Move(part, file, overwrite: false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new RefusedException(AppPhrases.Text("backup.failed", ("file", file)), error);
        }
    }

    /// <summary>Writes the day's copy unless it is there, and removes the oldest beyond the number to keep. True when a copy was written.</summary>
    public static async Task<bool> WriteDailyAsync(string connectionString, string folder, int keep, DateOnly day, CancellationToken stop)
    {
        var file = Path.Combine(folder, Prefix + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".db");
        if (File.Exists(file))
            return false;
        await WriteAsync(connectionString, file, stop);
        foreach (var old in Daily(folder).SkipLast(Math.Max(1, keep)))
            File.Delete(old);
        return true;
    }

    /// <summary>The last daily copy of a folder; null when there is none.</summary>
    public static string? Newest(string? folder) => folder is not null && Directory.Exists(folder) ? Daily(folder).LastOrDefault() : null;

    /// <summary>The last daily copy in which nothing wrong is found; null when there is none.</summary>
    public static string? NewestSound(string? folder) =>
        folder is not null && Directory.Exists(folder) ? Daily(folder).Reverse().FirstOrDefault(copy => FileCheck.IsSound(copy, whole: true)) : null;

    /// <summary>Puts a copy of a backup at a place, whole and sound, without touching the backup.</summary>
    public static async Task CopyAsideAsync(string backup, string place, CancellationToken stop)
    {
        if (!File.Exists(backup))
            throw new RefusedException(AppPhrases.Text("backup.missing", ("file", backup)));
        if (File.Exists(backup + "-wal"))
            throw new RefusedException(AppPhrases.Text("backup.in_use", ("file", backup)));
        await using (var from = new FileStream(backup, FileMode.Open, FileAccess.Read, FileShare.Read))
        await using (var to = new FileStream(place, FileMode.Create, FileAccess.Write))
        {
            await from.CopyToAsync(to, stop);
            to.Flush(flushToDisk: true);
        }

        if (!FileCheck.IsSound(place, whole: true))
        {
            File.Delete(place);
            throw new RefusedException(AppPhrases.Text("backup.damaged", ("file", backup)));
        }
    }

    /// <summary>Puts a backup in the database's place. What stood there is kept aside; returns its new name, null when nothing did.</summary>
    public static async Task<string?> RestoreAsync(string backup, string connectionString, bool force, DateTimeOffset now, CancellationToken stop)
    {
        var file = DbSetup.FileOf(connectionString);
        if (File.Exists(file) && !force)
            throw new RefusedException(AppPhrases.Text("backup.target_exists", ("file", file)));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var alone = RunningMark.TryTake(connectionString) ?? throw new RefusedException(AppPhrases.Text("backup.running", ("file", file)));
        var coming = file + ".restoring";
        await CopyAsideAsync(backup, coming, stop);
        var aside = File.Exists(file) ? file + ".avant-" + now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture) : null;
        if (aside is not null)
            foreach (var end in new[] { "-wal", "-shm", "" }.Where(end => File.Exists(file + end)))
                File.Move(file + end, aside + end);
        File.Move(coming, file);
        return aside;
    }

    private static IOrderedEnumerable<string> Daily(string folder) => Directory.EnumerateFiles(folder, Prefix + "????-??-??.db").Order(StringComparer.Ordinal);
}
