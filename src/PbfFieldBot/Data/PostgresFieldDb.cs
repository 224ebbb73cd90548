using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PbfFieldBot.Data;

/// <summary>The database on a PostgreSQL server.</summary>
public sealed class PostgresFieldDb(DbContextOptions<PostgresFieldDb> options) : FieldDb(options)
{
    public static DbContextOptions<PostgresFieldDb> OptionsFor(string connectionString) => new DbContextOptionsBuilder<PostgresFieldDb>()
        .UseNpgsql(connectionString, o => o.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .Options;

    // Text sorts by its letters' numbers, as in SQLite, whatever the language of the server.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation("C");
    }
}

/// <summary>Lets dotnet-ef make migrations without a server.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresFieldDb>
{
    public PostgresFieldDb CreateDbContext(string[] args) => new(PostgresFieldDb.OptionsFor("Host=localhost"));
}
