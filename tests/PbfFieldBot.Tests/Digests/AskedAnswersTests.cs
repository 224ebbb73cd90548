using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Outbox;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Tests.Digests;

public sealed class AskedAnswersTests
{
    private static readonly DialogCatalog Shipped = DialogFolder.Open(Path.Combine(Repository.Root, "dialogs"));

    [Fact]
    public async Task ACoordinatorAsksForTheWeekSoFarOfTheOwnArea()
    {
        await using var app = await FieldBotApp.StartAsync(Shipped);
        var oumar = await app.EnrolAsync(Role.Coordinator, "Oumar", "ML05");
        await oumar.SaysAsync("/resume");
        var news = oumar.News();
        Assert.StartsWith("Résumé au 12 novembre : semaine 46, du 9 au 15 novembre 2020\nMopti\n\nAucun rapport cette semaine", news[0], StringComparison.Ordinal);
        Assert.Equal("Progrès vers les cibles de tout le projet.", news[1]);
        Assert.Equal(OutgoingFileKind.Photo, app.Channel.Sent[^1].File?.Kind);
    }

    [Fact]
    public async Task ACoordinatorAsksForTheIndicatorsOfTheOwnArea()
    {
        await using var app = await FieldBotApp.StartAsync(Shipped);
        var oumar = await app.EnrolAsync(Role.Coordinator, "Oumar", "ML05");
        await oumar.SaysAsync("/indicateurs");
        var text = oumar.Last();
        Assert.StartsWith("Indicateurs au jeudi 12 novembre, Mopti (région) :\n• 1.1 Matrice de cohérence : 0 (cible 1)\n", text, StringComparison.Ordinal);
        Assert.EndsWith("La valeur d'ouverture et ce qui n'a pas de lieu ne sont pas répartis par zone.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACoordinatorGetsTheFilledWordReport()
    {
        await using var app = await FieldBotApp.StartAsync(Shipped);
        var oumar = await app.EnrolAsync(Role.Coordinator, "Oumar", "ML05");
        await oumar.SaysAsync("/rapport");
        var sent = app.Channel.Sent[^1];
        Assert.Equal("Le rapport Word : 18 indicateurs remplis avec les chiffres validés au jeudi 12 novembre.", sent.Text);
        Assert.Equal(("rapport-2020-11-12.docx", (byte)'P', (byte)'K'), (sent.File!.Name, sent.File.Content[0], sent.File.Content[1]));
    }

    [Theory, Trait("Ligne", "A04")]
    [InlineData("/resume")]
    [InlineData("/indicateurs")]
    [InlineData("/rapport")]
    public async Task APartnerGetsNoneOfIt(string command)
    {
        await using var app = await FieldBotApp.StartAsync(Shipped);
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        await aminata.SaysAsync(command);
        Assert.Equal(["Cette commande est pour la coordination. Pour rapporter une activité, écrivez « menu »."], aminata.News());
    }

    [Fact]
    public async Task HelpNamesTheCommandsOfTheRole()
    {
        await using var app = await FieldBotApp.StartAsync(Shipped);
        var (aminata, oumar) = (await app.EnrolAsync(Role.Partner, "Aminata"), await app.EnrolAsync(Role.Coordinator, "Oumar"));
        await aminata.SaysAsync("/aide");
        await oumar.SaysAsync("/aide");
        var (partners, staff) = (aminata.Last(), oumar.Last());
        Assert.Contains("« rappelle-moi vendredi à 18h »", partners, StringComparison.Ordinal);
        Assert.DoesNotContain("/resume", partners, StringComparison.Ordinal);
        Assert.Contains("/resume : la semaine jusqu'à aujourd'hui", staff, StringComparison.Ordinal);
    }
}
