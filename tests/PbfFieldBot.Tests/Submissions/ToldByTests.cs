using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Submissions;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Tests.Submissions;

public sealed class ToldByTests : IAsyncLifetime
{
    private FieldBotApp app = null!;
    private Phone oumar = null!;

    [Fact]
    public async Task ACoordinatorReportsForAPartnerWhoKeepsTheReport()
    {
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata", organisation: "Benkadi", kind: "osc");
        await oumar.SaysAsync("De la part de aminata : atelier hier à Koro, 15 participants dont 6 femmes");
        Assert.Contains("• De la part de : aminata", oumar.Last(), StringComparison.Ordinal);
        await oumar.SaysAsync("oui");
        var stored = (await app.RowsAsync<StoredSubmission>()).Single();
        Assert.Equal((2L, 1L, "aminata"), (stored.PersonId, stored.TypedBy, stored.ToldBy));
        Assert.Equal($"Oumar a noté pour vous un rapport (Atelier), n° {stored.Receipt}. S'il y a une erreur, écrivez « corriger {stored.Receipt} ».", aminata.Last());
        Assert.Contains("De : aminata (noté par Oumar)", oumar.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnybodyElseIsKeptAsNamed()
    {
        foreach (var words in (string[])["atelier", "hier", "Koro", "15 dont 6 femmes", "passer", "passer", "passer"])
            await oumar.SaysAsync(words);
        await oumar.TapsAsync("De la part de…");
        await oumar.SaysAsync("Chef de village");
        await oumar.SaysAsync("oui");
        var stored = (await app.RowsAsync<StoredSubmission>()).Single();
        Assert.Equal((1L, 1L, "Chef de village"), (stored.PersonId, stored.TypedBy, stored.ToldBy));
        Assert.Equal(1, (await app.RowsAsync<SubmissionRevision>()).Single().PersonId);
    }

    [Fact]
    public async Task APartnerCannotReportForAnother()
    {
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        await aminata.SaysAsync("De la part de Bintou : atelier hier à Koro, 15 participants dont 6 femmes");
        await aminata.SaysAsync("oui");
        Assert.Null((await app.RowsAsync<StoredSubmission>()).Single().ToldBy);
    }

    public async ValueTask InitializeAsync()
    {
        app = await FieldBotApp.StartAsync(ShippedDialogs.Catalog);
        oumar = await app.EnrolAsync(Role.Coordinator, "Oumar");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
