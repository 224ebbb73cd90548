using Microsoft.EntityFrameworkCore;

namespace PbfFieldBot.Data;

/// <summary>Our advisory locks on the server: what replicas do one at a time. The server frees them when a transaction or a connection ends, however its process ended.</summary>
internal static class PostgresLocks
{
    /// <summary>The first number of each, so that no other program's are meant.</summary>
    public const int Ours = 0x50424621;

    /// <summary>Of a connection: who makes the tables.</summary>
    public const int Migration = 1;

    private const int Writer = 2;

    /// <summary>
    /// Waits until this transaction is the only one that writes. One writer at a time, as on SQLite: a person's updates come one after another, numbers are given out
    /// once, and cells made anew are those of all reports, whatever the code does in between.
    /// </summary>
    public static Task WriteAloneAsync(FieldDb db, CancellationToken stop) => db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Ours}, {Writer})", stop);
}
