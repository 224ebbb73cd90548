using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PbfFieldBot.Data;
using Xunit;

namespace PbfFieldBot.Tests.Data;

/// <summary>What fails because of the database comes again later; what fails because of the work itself must not hold up the others.</summary>
[Trait("Base", "sqlite")]
public sealed class DatabaseFaultTests
{
    [Theory]
    [InlineData(5, true)]
    [InlineData(6, true)]
    [InlineData(8, true)]
    [InlineData(9, true)]
    [InlineData(10, true)]
    [InlineData(11, true)]
    [InlineData(13, true)]
    [InlineData(14, true)]
    [InlineData(26, true)]
    [InlineData(1, false)]
    [InlineData(18, false)]
    [InlineData(19, false)]
    [InlineData(20, false)]
    [InlineData(21, false)]
    [InlineData(25, false)]
    public void OfSqlitesErrorsOnlyThoseOfTheFileAreTheDatabases(int code, bool ofTheDatabase) =>
        Assert.Equal(ofTheDatabase, DatabaseFault.Is(new DbUpdateException("failed", new SqliteException("error", code))));

    [Theory]
    [InlineData("57P01", true)]
    [InlineData("53100", true)]
    [InlineData("40001", true)]
    [InlineData("55P03", true)]
    [InlineData("08006", true)]
    [InlineData("42501", true)]
    [InlineData("22001", false)]
    [InlineData("23505", false)]
    [InlineData("42P01", false)]
    [InlineData("54000", false)]
    [InlineData("P0001", false)]
    public void OfTheServersErrorsOnlyThoseOfTheServerAreTheDatabases(string state, bool ofTheDatabase) =>
        Assert.Equal(ofTheDatabase, DatabaseFault.Is(new DbUpdateException("failed", new PostgresException("error", "ERROR", "ERROR", state))));

    [Fact]
    public void AServerThatIsGoneIsTheDatabases() => Assert.True(DatabaseFault.Is(new InvalidOperationException("transient", new NpgsqlException("gone"))));
}
