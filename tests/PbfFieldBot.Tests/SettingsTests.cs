using Microsoft.Extensions.Configuration;
using PbfFieldBot.Data;
using Xunit;

namespace PbfFieldBot.Tests;

[Trait("Base", "sqlite")]
public sealed class SettingsTests
{
    [Fact]
    public void WithoutAnythingSetTheProgramRunsOnAFileWithoutTelegram()
    {
        var settings = Read();
        Assert.Null(settings.Telegram);
        Assert.Equal(new SqliteAddress("Data Source=data/pbf-field-bot.db"), settings.Database);
        Assert.Equal("Africa/Bamako", settings.Zone.Id);
        Assert.Equal(new Uri("http://127.0.0.1:5080"), settings.Dashboard);
    }

    [Theory]
    [Trait("Ligne", "B19")]
    [InlineData("Telegram__Token", "canari", "Telegram__Token n'a pas la forme d'un jeton de Telegram (un nombre, deux-points, puis des lettres et chiffres).")]
    [InlineData("Project__TimeZone", "canari", "Project__TimeZone n'est pas un fuseau horaire connu, par exemple : Africa/Bamako.")]
    [InlineData("Database__Provider", "canari", "Database__Provider doit être sqlite ou postgres.")]
    [InlineData("Database__Provider", "postgres", "Database__ConnectionString doit nommer un serveur PostgreSQL et une base, par exemple : Host=localhost;Database=pbf;Username=pbf;Password=...")]
    [InlineData("Database__ConnectionString", "canari", "Database__ConnectionString doit nommer un fichier SQLite, par exemple : Data Source=data/pbf-field-bot.db.")]
    [InlineData("Database__ConnectionString", "Data Source=:memory:", "Database__ConnectionString doit nommer un fichier SQLite, par exemple : Data Source=data/pbf-field-bot.db.")]
    [InlineData("Dialogs__Path", "canari", "Dialogs__Path nomme un dossier introuvable, ni ici ni à côté du programme.")]
    [InlineData("Dashboard__Url", "canari", "Dashboard__Url doit être une adresse complète qui commence par http:// ou https://.")]
    [InlineData("Digest__Cron", "canari", "Digest__Cron n'est pas un horaire cron correct, par exemple : 0 7 * * 1.")]
    [InlineData("Backup__Keep", "0", "Backup__Keep doit être un nombre entier plus grand que 0.")]
    public void ABadSettingIsRefusedByItsKeyAndNeverShowsItsValue(string key, string value, string sentence)
    {
        var refusal = Assert.Throws<RefusedException>(() => Read((key, value)));
        Assert.Equal(sentence, refusal.Message);
        Assert.DoesNotContain("canari", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AWebhookNeedsHttpsOutsideTheMachineAndASecret()
    {
        var token = ("Telegram__Token", "123:abc");
        Assert.Throws<RefusedException>(() => Read(token, ("Telegram__PublicUrl", "http://example.org/bot"), ("Telegram__WebhookSecret", "s")));
        Assert.Throws<RefusedException>(() => Read(token, ("Telegram__PublicUrl", "https://example.org/bot")));
        Assert.Equal("s", Read(token, ("Telegram__PublicUrl", "http://127.0.0.1:9/bot"), ("Telegram__WebhookSecret", "s")).Telegram?.WebhookSecret);
    }

    [Fact]
    public void MoreMessagesASecondMayLeaveThanTelegramTakesWhenItIsSaid()
    {
        var token = ("Telegram__Token", "123:abc");
        Assert.Equal(30, Read(token).Telegram?.SendsPerSecond);
        Assert.Equal(5000, Read(token, ("Telegram__SendsPerSecond", "5000")).Telegram?.SendsPerSecond);
        Assert.Throws<RefusedException>(() => Read(token, ("Telegram__SendsPerSecond", "0")));
    }

    [Fact]
    public void TheTokenIsNotPartOfWhatALogMayShow() =>
        Assert.DoesNotContain("abc", Read(("Telegram__Token", "123:abc")).ToString(), StringComparison.Ordinal);

    [Fact]
    public void APostgresDatabaseIsShownWithoutItsPassword()
    {
        var database = Read(("Database__Provider", "postgres"), ("Database__ConnectionString", "Host=db;Database=pbf;Username=u;Password=canari")).Database;
        Assert.Equal("pbf (db)", database.ToString());
        Assert.Contains("Password=canari", database.ConnectionString, StringComparison.Ordinal);
        Assert.Contains("synchronous_commit=on", database.ConnectionString, StringComparison.Ordinal);
    }

    [Fact]
    public void TheFileOfTheCommandLineWins() =>
        Assert.Equal(new SqliteAddress("Data Source=/tmp/x.db"), Settings.Read(Configuration(("Database__ConnectionString", "Data Source=y.db")), "/tmp/x.db").Database);

    private static Settings Read(params (string Key, string Value)[] values) => Settings.Read(Configuration(values));

    private static IConfiguration Configuration(params (string Key, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection([new("Dialogs:Path", AppContext.BaseDirectory)])
        .AddInMemoryCollection(values.Select(v => new KeyValuePair<string, string?>(v.Key.Replace("__", ":", StringComparison.Ordinal), v.Value)))
        .Build();
}
