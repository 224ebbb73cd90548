using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace PbfFieldBot.Data;

/// <summary>Tells a database that cannot work now (full, locked, gone, damaged) from a piece of work that it refuses.</summary>
public static class DatabaseFault
{
    private const int Constraint = 19;

    /// <summary>True when the same work may succeed later, without any change.</summary>
    public static bool Is(Exception error) => error switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode != Constraint,
        DbException => true,
        { InnerException: { } inner } => Is(inner),
        _ => false,
    };
}
