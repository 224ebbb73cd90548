using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace PbfFieldBot.Data;

/// <summary>Tells a database that cannot work now (full, locked, gone, damaged) from a piece of work that it refuses.</summary>
public static class DatabaseFault
{
    private const int Constraint = 19;

    // Classes of PostgreSQL's SQLSTATE: values that it cannot hold, constraints.
    private static readonly string[] OfTheWork = ["22", "23"];

    /// <summary>True when the same work may succeed later, without any change.</summary>
    public static bool Is(Exception error) => error switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode != Constraint,
        PostgresException server => !OfTheWork.Contains(server.SqlState[..2]),
        DbException or TimeoutException => true,
        { InnerException: { } inner } => Is(inner),
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
