using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.People;
using Xunit;

namespace PbfFieldBot.Tests.People;

public sealed class RegistersTests : IAsyncLifetime
{
    private FieldBotApp app = null!;

    [Fact]
    public async Task AStationWrittenTwoWaysIsOneEntry()
    {
        await AddAsync(Registers.Radio, "Radio Kaoural de Douentza");
        await AddAsync(Registers.Radio, "radio kaoural  de douentza");
        var entry = Assert.Single(await app.RowsAsync<RegisterEntry>());
        Assert.Equal(("Radio Kaoural de Douentza", "kaoural de douentza"), (entry.Name, entry.Key));
    }

    [Fact]
    public async Task TheSameNameInTwoRegistersIsTwoEntries()
    {
        await AddAsync(Registers.Radio, "Benkadi");
        await AddAsync(Registers.Organisation, "Benkadi");
        Assert.Equal(2, (await app.RowsAsync<RegisterEntry>()).Count);
    }

    [Fact]
    public async Task AnOrganisationIsFoundWhateverTheAccents()
    {
        await app.InviteAsync(Role.Partner, "Aminata", organisation: "Comité régional de Ségou", kind: "comite");
        await app.InviteAsync(Role.Partner, "Oumar", organisation: "COMITE REGIONAL DE SEGOU", kind: "comite");
        Assert.Equal("Comité régional de Ségou", Assert.Single(await app.RowsAsync<Organisation>()).Name);
    }

    public async ValueTask InitializeAsync() => app = await FieldBotApp.StartAsync(SmallDialogs.Meeting);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task<RegisterEntry> AddAsync(string kind, string name) =>
        app.Database.WriteAsync(db => Registers.FindOrAddAsync(db, kind, name, "ML05", CancellationToken.None), CancellationToken.None);
}
