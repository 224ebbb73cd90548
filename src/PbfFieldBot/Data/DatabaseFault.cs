using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace PbfFieldBot.Data;

/// <summary>Tells a database that cannot work now (full, locked, gone, damaged) from a piece of work that it refuses: the one is tried again, the other is the work's own fault.</summary>
public static class DatabaseFault
{
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    // SQLite's result codes: busy, locked, out of memory, readable only, interrupted, input or output failed, damaged, full, cannot be opened, lock protocol, no database.
    private static readonly int[] OfTheFile = [5, 6, 7, 8, 9, 10, Corrupt, 13, 14, 15, NotADatabase];

    // Classes of PostgreSQL's SQLSTATE: connection, transaction state, access, no such database, undone for another, resources, state of objects, operator, system, its own files, internal.
    private static readonly string[] OfTheServer = ["08", "25", "28", "3D", "40", "53", "55", "57", "58", "F0", "XX"];

    /// <summary>True when the same work may succeed later, without any change to it.</summary>
    public static bool Is(Exception error) => error switch
    {
        SqliteException file => OfTheFile.Contains(file.SqliteErrorCode),
        PostgresException server => OfTheServer.Contains(server.SqlState[..2]) || server.SqlState == PostgresErrorCodes.InsufficientPrivilege,
        DbException => true,
        { InnerException: { } inner } => Is(inner),
        _ => false,
    };

    /// <summary>True when the file is damaged: nothing more may be written to it.</summary>
    internal static bool IsDamage(Exception error) => error switch
    {
        SqliteException file => file.SqliteErrorCode is Corrupt or NotADatabase,
        { InnerException: { } inner } => IsDamage(inner),
        _ => false,
    };

    /// <summary>True when two transactions got into each other's way and the same work may succeed at once.</summary>
    internal static bool IsCollision(Exception error) => error switch
    {
        PostgresException server => server.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure,
        { InnerException: { } inner } => IsCollision(inner),
        _ => false,
    };
}
