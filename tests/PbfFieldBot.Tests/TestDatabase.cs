using Npgsql;
using PbfFieldBot.Data;

namespace PbfFieldBot.Tests;

/// <summary>The database of one test, gone at its end: a SQLite file, or a PostgreSQL database (see <see cref="BothDatabases"/>).</summary>
internal sealed class TestDatabase : IDisposable
{
    private static readonly Lazy<string> Template = new(MakeTemplate);
    private static int last;
    private readonly TemporaryFolder folder = new();
    private readonly string? name;

    private TestDatabase(DatabaseAddress address, string? name) => (Address, this.name) = (address, name);

    public DatabaseAddress Address { get; private set; }

    /// <summary>What makes the program work on this database, for its command line.</summary>
    public string Arguments => Address is SqliteAddress
        ? $"--db {Address.Shown}"
        : $"--Database:Provider=postgres \"--Database:ConnectionString={Server(name!)}\"";

    /// <summary>The connection string as an operator would write it; on a server only.</summary>
    public string Connection => Server(name!);

    /// <summary>An empty database with its tables.</summary>
    public static TestDatabase Create() => BothDatabases.IsPostgres ? OnServer() : InFile();

    /// <summary>A SQLite file in any test.</summary>
    public static TestDatabase InFile()
    {
        var database = new TestDatabase(null!, null);
        database.Address = new SqliteAddress("Data Source=" + database.folder["bot.db"]);
        return database;
    }

    public void Dispose()
    {
        Address.Close();
        if (name is not null)
            Execute($"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)");
        folder.Dispose();
    }

    private static TestDatabase OnServer()
    {
        var name = $"{Template.Value}_{Interlocked.Increment(ref last)}";
        Execute($"CREATE DATABASE \"{name}\" TEMPLATE \"{Template.Value}\"");
        return new TestDatabase(PostgresAddress.Read(Server(name))!, name);
    }

    // Migrating once and copying is faster than migrating for each test.
    private static string MakeTemplate()
    {
        var name = "pbf_test_" + Environment.ProcessId;
        var address = PostgresAddress.Read(Server(name))!;
        FieldDatabase.OpenAsync(address).GetAwaiter().GetResult().Dispose();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Execute($"DROP DATABASE IF EXISTS \"{name}\"");
        return name;
    }

    private static string Server(string database) => new NpgsqlConnectionStringBuilder(BothDatabases.Server) { Database = database }.ToString();

    private static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(BothDatabases.Server);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
