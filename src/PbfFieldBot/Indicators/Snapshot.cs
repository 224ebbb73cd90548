using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PbfFieldBot.Data;

namespace PbfFieldBot.Indicators;

/// <summary>A transaction that only reads: everything read in it is of one moment, and it holds up no writer.</summary>
internal static class Snapshot
{
    public static async Task<IAsyncDisposable> OpenAsync(FieldDb db, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);

        // SQLite takes the writer's lock at the beginning of a transaction unless told to wait with it.
        if (db.Database.GetDbConnection() is not SqliteConnection sqlite)
            return await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, stop);
        var transaction = sqlite.BeginTransaction(deferred: true);
        return await db.Database.UseTransactionAsync(transaction, stop) ?? throw new InvalidOperationException("the transaction was not taken up");
    }
}
