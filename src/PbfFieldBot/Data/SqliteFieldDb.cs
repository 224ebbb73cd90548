using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PbfFieldBot.Data;

/// <summary>The database in one SQLite file.</summary>
public sealed class SqliteFieldDb(DbContextOptions<SqliteFieldDb> options) : FieldDb(options)
{
    // The library's own patience comes on top of SQLite's, 30 seconds by itself: in a line of writers nobody would be told anything for minutes.
    private const int MorePatienceSeconds = 1;

    public static DbContextOptions<SqliteFieldDb> OptionsFor(string connectionString) => new DbContextOptionsBuilder<SqliteFieldDb>()
        .UseSqlite(Patient(connectionString), o => o.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .AddInterceptors(SqliteSettings.OnEveryConnection)
        .Options;

    internal static string Patient(string connectionString) => new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = MorePatienceSeconds }.ToString();
}

/// <summary>Lets dotnet-ef make migrations without starting the program.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteFieldDb>
{
    public SqliteFieldDb CreateDbContext(string[] args) => new(SqliteFieldDb.OptionsFor("Data Source=:memory:"));
}
