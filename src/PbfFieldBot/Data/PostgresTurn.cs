using Npgsql;

namespace PbfFieldBot.Data;

/// <summary>
/// Something that one of several replicas does at a time, such as sending. The turn is a lock of the server's on a connection of its own: it ends with the connection,
/// however its process ended, and the next replica has it within seconds.
/// </summary>
internal sealed class PostgresTurn : ITurn
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);
    private const int Patience = 5;
    private readonly NpgsqlConnection connection;
    private readonly CancellationTokenSource lost = new();
    private readonly CancellationTokenSource over = new();
    private readonly Task watching;

    private PostgresTurn(NpgsqlConnection connection)
    {
        this.connection = connection;
        watching = WatchAsync();
    }

    public CancellationToken Lost => lost.Token;

    /// <summary>Waits for the turn, also while the server is away.</summary>
    public static async Task<ITurn> WaitAsync(PostgresAddress address, int what, CancellationToken stop)
    {
        var own = new NpgsqlConnectionStringBuilder(address.ConnectionString) { Pooling = false }.ToString();
        while (true)
        {
            var connection = new NpgsqlConnection(own);
            try
            {
                await connection.OpenAsync(stop);
                await using var command = new NpgsqlCommand($"SELECT pg_try_advisory_lock({PostgresLocks.Ours}, {what})", connection);
                if (await command.ExecuteScalarAsync(stop) is true)
                    return new PostgresTurn(connection);
            }
            catch (Exception error) when (!stop.IsCancellationRequested && DatabaseFault.Is(error))
            {
                // The server is away: it is asked again.
            }

            await connection.DisposeAsync();
            await Task.Delay(BetweenTries, stop);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await watching;
        await connection.DisposeAsync();
        over.Dispose();
        lost.Dispose();
    }

    // A connection that is gone has lost its lock: whoever works under it must stop at once.
    private async Task WatchAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(BetweenTries, over.Token);
                await using var command = new NpgsqlCommand("SELECT 1", connection) { CommandTimeout = Patience };
                await command.ExecuteScalarAsync(over.Token);
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // Given back.
        }
        catch (Exception)
        {
            await lost.CancelAsync();
        }
    }
}
