using System.Text.Unicode;
using Microsoft.Data.Sqlite;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Data;

/// <summary>
/// Looks at a SQLite file before anything writes to it. SQLite keeps no checksums: its own check sees a broken structure, ours also sees text that is no text any more and
/// a header that would open the file for reading only. A letter that became another letter nobody can see.
/// </summary>
public static class FileCheck
{
    private const int Failed = 1;
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    // Numbers in the header that say which versions of SQLite may write and read the file: 1 or 2 (write-ahead log).
    private const int WriteVersion = 18;
    private const int ReadVersion = 19;
    private const byte NewestVersion = 2;

    // Reading every text and every index takes about a second for so many bytes; of a larger file the structure alone is checked at a start.
    private const long ReadWhole = 50_000_000;

    /// <summary>Refuses an existing file that is damaged, empty or no database of ours, naming the last good backup. The file stays as it is.</summary>
    public static void RefuseDamaged(string connectionString, string? backupFolder)
    {
        var file = DbSetup.FileOf(connectionString);
        if (!File.Exists(file) || (OtherFile(file) ?? (IsSound(file, new FileInfo(file).Length <= ReadWhole) ? null : "data.damaged")) is not { } trouble)
            return;
        throw Refused(trouble, file, backupFolder);
    }

    /// <summary>The file was damaged while it was in use: why the program ends.</summary>
    public static RefusedException DamagedInUse(string connectionString, string? backupFolder) => Refused("data.damaged_in_use", DbSetup.FileOf(connectionString), backupFolder);

    /// <summary>Refuses, before anything is written, a file that was never a database of ours.</summary>
    internal static void RefuseOtherFile(string file)
    {
        if (File.Exists(file) && OtherFile(file) is { } trouble)
            throw new RefusedException(AppPhrases.Text(trouble, ("file", file)));
    }

    /// <summary>True when nothing wrong is found in a file; nothing is written.</summary>
    /// <param name="whole">True: every text and every index too, not only the structure.</param>
    internal static bool IsSound(string file, bool whole)
    {
        try
        {
            if (!IsWritable(file))
                return false;
            using var connection = Open(file);
            return whole ? Answer(connection, "PRAGMA integrity_check") is "ok" && AllTextIsText(connection) : HasSoundStructure(connection);
        }
        catch (SqliteException error) when (IsDamage(error))
        {
            return false;
        }
    }

    /// <summary>
    /// True when the structure of a file that this process works on is sound. SQLite alone opens it: whatever else closes the file gives up SQLite's locks on it.
    /// </summary>
    internal static bool IsSoundInUse(string file)
    {
        try
        {
            using var connection = Open(file);
            return HasSoundStructure(connection);
        }
        catch (SqliteException error)
        {
            return !IsDamage(error);
        }
    }

    private static bool HasSoundStructure(SqliteConnection connection) => Answer(connection, "PRAGMA quick_check") is "ok";

    private static RefusedException Refused(string trouble, string file, string? backupFolder)
    {
        var advice = Backup.NewestSound(backupFolder) is { } backup ? AppPhrases.Text("data.last_backup", ("backup", backup)) : AppPhrases.Text("data.no_backup");
        return new RefusedException($"{AppPhrases.Text(trouble, ("file", file))} {advice}");
    }

    private static string? OtherFile(string file)
    {
        var start = Start(file, 16);
        if (start.Length == 0)
            return "data.empty";
        if (!start.AsSpan().SequenceEqual("SQLite format 3\0"u8))
            return "data.not_a_database";
        try
        {
            using var connection = Open(file);
            return Answer(connection, "SELECT COUNT(*) = 0 OR SUM(name = '__EFMigrationsHistory') > 0 FROM sqlite_master WHERE type = 'table' AND name <> '__EFMigrationsLock'") is 1L ? null : "data.not_a_database";
        }
        catch (SqliteException error) when (IsDamage(error))
        {
            return null;
        }
    }

    private static bool IsDamage(SqliteException error) => error.SqliteErrorCode is Failed or NotADatabase or Corrupt;

    private static bool IsWritable(string file) => Start(file, 20) is var header && header.Length == 20 && header[WriteVersion] <= NewestVersion && header[ReadVersion] <= NewestVersion;

    private static byte[] Start(string file, int bytes)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var start = new byte[bytes];
        return start[..stream.ReadAtLeast(start, bytes, throwOnEndOfStream: false)];
    }

    private static bool AllTextIsText(SqliteConnection connection)
    {
        connection.CreateFunction("is_text", (byte[]? bytes) => bytes is null || Utf8.IsValid(bytes), isDeterministic: true);
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT 'SELECT NOT EXISTS (SELECT 1 FROM "' || t.name || '" WHERE ' || group_concat('NOT is_text(CAST("' || c.name || '" AS BLOB))', ' OR ') || ')'
            FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' AND c.type = 'TEXT' GROUP BY t.name
            """;
        List<string> questions = [];
        using (var rows = command.ExecuteReader())
            while (rows.Read())
                questions.Add(rows.GetString(0));
        return questions.All(q => Answer(connection, q) is 1L);
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static object? Answer(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return command.ExecuteScalar();
    }
}
