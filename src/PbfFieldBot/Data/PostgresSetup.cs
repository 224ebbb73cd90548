using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Data;

/// <summary>
/// Makes a PostgreSQL database ready at start. Of several replicas one does so, the others wait: the server's lock ends with the connection of whoever holds it.
/// Each migration is one transaction of the server, so that a killed process leaves no half of one.
/// </summary>
internal static class PostgresSetup
{
    public static async Task PrepareAsync(PostgresAddress address, CancellationToken stop)
    {
        try
        {
            await using var db = new PostgresFieldDb(PostgresFieldDb.OptionsFor(address.ConnectionString));
            var creator = db.GetService<IRelationalDatabaseCreator>();
            if (!await creator.ExistsAsync(stop))
                await creator.CreateAsync(stop);
            if (!(await db.Database.GetPendingMigrationsAsync(stop)).Any())
                return;
            await using var alone = await LockAsync(address, stop);
            await db.Database.MigrateAsync(stop);
        }
        catch (Exception error) when (IsOfTheServer(error))
        {
            throw Refused(address, error);
        }
    }

    public static async Task RefuseMissingAsync(PostgresAddress address, CancellationToken stop)
    {
        try
        {
            await using var db = new PostgresFieldDb(PostgresFieldDb.OptionsFor(address.ConnectionString));
            if (await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(stop) && (await db.Database.GetAppliedMigrationsAsync(stop)).Any())
                return;
        }
        catch (Exception error) when (IsOfTheServer(error))
        {
            throw Refused(address, error);
        }

        throw new RefusedException(AppPhrases.Text("data.postgres_missing", ("database", address.Shown)));
    }

    private static async Task<NpgsqlConnection> LockAsync(PostgresAddress address, CancellationToken stop)
    {
        var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync(stop);
        await using var command = new NpgsqlCommand($"SELECT pg_advisory_lock({PostgresLocks.Ours}, {PostgresLocks.Migration})", connection) { CommandTimeout = 60 };
        await command.ExecuteNonQueryAsync(stop);
        return connection;
    }

    private static bool IsOfTheServer(Exception error) => error is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException or ArgumentException;

    private static RefusedException Refused(PostgresAddress address, Exception error) => new(
        error is PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InsufficientPrivilege }
            ? AppPhrases.Text("data.postgres_refused", ("database", address.Shown))
            : AppPhrases.Text("data.postgres_unreachable", ("database", address.Shown)),
        error);
}
