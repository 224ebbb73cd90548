using System.Globalization;
using Npgsql;
using PbfFieldBot.Data;

namespace PbfFieldBot.Benchmarks.Load;

/// <summary>A new database for one run: a file, or one of its own on the server that PBF_POSTGRES names.</summary>
internal sealed class LoadDatabase : IAsyncDisposable
{
    private readonly string? server;
    private readonly string name = "pbf_load_" + Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

    private LoadDatabase(string? server, string? file)
    {
        this.server = server;
        Connection = server is null ? "Data Source=" + file : new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
        Address = server is null ? new SqliteAddress(Connection) : PostgresAddress.Read(Connection)!;
    }

    public DatabaseAddress Address { get; }

    /// <summary>What makes `serve` work on it.</summary>
    public IEnumerable<(string Key, string Value)> Settings => [("Database__Provider", server is null ? "sqlite" : "postgres"), ("Database__ConnectionString", Connection)];

    private string Connection { get; }

    public static async Task<LoadDatabase> CreateAsync(string provider, string folder)
    {
        var database = provider == "sqlite"
            ? new LoadDatabase(null, Path.Combine(folder, "load.db"))
            : new LoadDatabase(Environment.GetEnvironmentVariable("PBF_POSTGRES") ?? throw new InvalidOperationException("PBF_POSTGRES names no server"), null);
        using var opened = await FieldDatabase.OpenAsync(database.Address);
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        Address.Close();
        if (server is null)
            return;
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)", connection);
        await command.ExecuteNonQueryAsync();
    }
}
