using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace PbfFieldBot.Data;

/// <summary>A database on a PostgreSQL server.</summary>
public sealed record PostgresAddress(string ConnectionString) : DatabaseAddress(ConnectionString)
{
    // A receipt's promise is a flushed commit, whatever the server's own setting. Compiling queries costs more than ours take. A process that stands still in the middle
    // of a transaction may not hold up the others for ever.
    private const string Session = "-c synchronous_commit=on -c jit=off -c idle_in_transaction_session_timeout=30s";
    private const int PreparedStatements = 64;

    public override string Shown => new NpgsqlConnectionStringBuilder(ConnectionString) is var parts ? $"{parts.Database} ({parts.Host})" : "";

    internal override string KeyFile => Path.GetFullPath("data/pbf-field-bot.key");

    /// <summary>An operator's connection string with what every connection needs; null when it is none, or names no server and database.</summary>
    public static PostgresAddress? Read(string text)
    {
        try
        {
            var parts = new NpgsqlConnectionStringBuilder(text);
            if (parts is not { Host.Length: > 0, Database.Length: > 0 })
                return null;
            parts.Options = parts.Options is { Length: > 0 } own ? $"{Session} {own}" : Session;
            if (parts.MaxAutoPrepare == 0)
                (parts.MaxAutoPrepare, parts.AutoPrepareMinUsages) = (PreparedStatements, 2);
            return new PostgresAddress(parts.ToString());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    internal override Task PrepareAsync(CancellationToken stop) => PostgresSetup.PrepareAsync(this, stop);

    internal override Task RefuseMissingAsync(CancellationToken stop) => PostgresSetup.RefuseMissingAsync(this, stop);

    internal override Func<FieldDb> Contexts()
    {
        var pool = new PooledDbContextFactory<PostgresFieldDb>(PostgresFieldDb.OptionsFor(ConnectionString));
        return pool.CreateDbContext;
    }

    internal override Task WriteAloneAsync(FieldDb db, CancellationToken stop) => PostgresLocks.WriteAloneAsync(db, stop);

    internal override Task<ITurn> TurnAsync(TurnKind what, CancellationToken stop) => PostgresTurn.WaitAsync(this, (int)what, stop);

    internal override void Close()
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }
}
