using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PbfFieldBot.Data;

/// <summary>The database in one SQLite file.</summary>
public sealed class SqliteFieldDb(DbContextOptions<SqliteFieldDb> options) : FieldDb(options)
{
    public static DbContextOptions<SqliteFieldDb> OptionsFor(string connectionString) => new DbContextOptionsBuilder<SqliteFieldDb>()
        .UseSqlite(connectionString)
        .AddInterceptors(SqliteSettings.OnEveryConnection)
        .Options;
}

/// <summary>Lets dotnet-ef make migrations without starting the program.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteFieldDb>
{
    public SqliteFieldDb CreateDbContext(string[] args) => new(SqliteFieldDb.OptionsFor("Data Source=:memory:"));
}
