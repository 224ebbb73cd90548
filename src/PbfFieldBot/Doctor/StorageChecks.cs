using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PbfFieldBot.Data;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Doctor;

/// <summary>Is the database sound, does it keep what it acknowledged, is there a recent backup?</summary>
internal static class StorageChecks
{
    private static readonly TimeSpan OldestBackup = TimeSpan.FromDays(2);

    /// <summary>SQLite's own check of the whole file and of its foreign keys; on PostgreSQL, what the server itself noticed.</summary>
    public static async Task<CheckResult> SoundAsync(FieldDb db, CancellationToken stop)
    {
        if (db is PostgresFieldDb)
            return await ServerAsync("I4", "doctor.server_sound", db, "SELECT COALESCE(SUM(checksum_failures), 0)::text FROM pg_stat_database WHERE datname = current_database()", "checksum_failures", "0", stop);
        var integrity = await PragmaAsync(db, "integrity_check", stop);
        var orphans = await db.Database.SqlQueryRaw<string>("SELECT \"table\" AS \"Value\" FROM pragma_foreign_key_check").CountAsync(stop);
        var state = integrity == "ok" && orphans == 0 ? CheckState.Ok : CheckState.Wrong;
        return new(
            "I4",
            state,
            AppPhrases.Text("doctor.sound." + (state is CheckState.Ok ? "ok" : "wrong"), ("orphans", orphans)),
            new Dictionary<string, object?> { ["integrity_check"] = integrity, ["foreign_key_errors"] = orphans });
    }

    /// <summary>The settings that keep an acknowledged report through a power cut, as they are in force on the program's connections.</summary>
    public static async Task<CheckResult> SettingsAsync(FieldDb db, CancellationToken stop)
    {
        if (db is PostgresFieldDb)
            return await ServerAsync("I1", "doctor.server_settings", db, "SHOW synchronous_commit", "synchronous_commit", "on", stop);
        var (journal, sync, keys) = (await PragmaAsync(db, "journal_mode", stop), await PragmaAsync(db, "synchronous", stop), await PragmaAsync(db, "foreign_keys", stop));
        var state = (journal, sync, keys) is ("wal", "2", "1") ? CheckState.Ok : CheckState.Wrong;
        return new(
            "I1",
            state,
            AppPhrases.Text("doctor.settings." + (state is CheckState.Ok ? "ok" : "wrong"), ("journal", journal), ("sync", sync)),
            new Dictionary<string, object?> { ["journal_mode"] = journal, ["synchronous"] = sync, ["foreign_keys"] = keys });
    }

    /// <summary>The last daily backup and its age.</summary>
    public static CheckResult LastBackup(string? folder, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (Backup.Newest(folder) is not { } newest)
            return new("backup", CheckState.Look, AppPhrases.Text(folder is null ? "doctor.backup.unset" : "doctor.backup.none"), new Dictionary<string, object?> { ["last_backup"] = null });
        var written = new DateTimeOffset(File.GetLastWriteTimeUtc(newest), TimeSpan.Zero);
        var hours = (long)(now - written).TotalHours;
        return new(
            "backup",
            now - written > OldestBackup ? CheckState.Look : CheckState.Ok,
            AppPhrases.Text("doctor.backup." + (now - written > OldestBackup ? "old" : "ok"), ("file", newest), ("at", TimeZoneInfo.ConvertTime(written, zone).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture))),
            new Dictionary<string, object?> { ["last_backup"] = newest, ["age_hours"] = hours });
    }

    private static async Task<CheckResult> ServerAsync(string id, string text, FieldDb db, string question, string name, string wanted, CancellationToken stop)
    {
        var answer = await AnswerAsync(db, question, stop);
        var state = answer == wanted ? CheckState.Ok : CheckState.Wrong;
        return new(id, state, AppPhrases.Text(text + (state is CheckState.Ok ? ".ok" : ".wrong"), ("value", answer)), new Dictionary<string, object?> { [name] = answer });
    }

    private static Task<string> PragmaAsync(FieldDb db, string name, CancellationToken stop) => AnswerAsync(db, "PRAGMA " + name, stop);

    private static async Task<string> AnswerAsync(FieldDb db, string question, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = question;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return Convert.ToString(await command.ExecuteScalarAsync(stop), CultureInfo.InvariantCulture) ?? "";
    }
}
