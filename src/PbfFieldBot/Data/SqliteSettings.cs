using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PbfFieldBot.Data;

/// <summary>
/// Sets on every opened connection what a receipt's promise needs: write-ahead log, a sync before each commit returns, foreign keys, deleted text overwritten.
/// SQLite forgets all of these but the journal mode when a connection closes, and its defaults lose acknowledged reports in a power cut.
/// </summary>
public sealed class SqliteSettings : DbConnectionInterceptor
{
    public static readonly SqliteSettings OnEveryConnection = new();

    /// <summary>How long a writer waits for another process before it gives up for now.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(7);

    // busy_timeout first: the others may meet a lock. None of them writes to a file that is in WAL mode already, so that a reader never waits for the writer.
    private static readonly string Pragmas = $"""
        PRAGMA busy_timeout={Patience.TotalMilliseconds};
        PRAGMA journal_mode=WAL;
        PRAGMA synchronous=FULL;
        PRAGMA foreign_keys=ON;
        PRAGMA secure_delete=ON;
        PRAGMA trusted_schema=OFF;
        """;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    // SQLite has no true asynchronous calls; the synchronous one saves the state machine.
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
