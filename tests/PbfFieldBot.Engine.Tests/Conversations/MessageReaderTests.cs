using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Engine.Tests.Conversations;

public sealed class MessageReaderTests
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly DateOnly Today = new(2022, 3, 3);
    private static readonly MessageReader Reader = new(new PlaceNames(ShippedDialogs.Catalog.Places));

    /// <summary>Each row of testdata/messages.jsonl: a message in some partner's manner, sent on 3 March 2022, and its right reading.</summary>
    [Fact]
    public void MessagesAreReadAsACarefulPersonReadsThem()
    {
        List<string> wrong = [];
        foreach (var line in Repository.Text("tests/PbfFieldBot.Engine.Tests/testdata/messages.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var row = JsonDocument.Parse(line);
            var text = row.RootElement.GetProperty("text").GetString()!;
            var wanted = JsonSerializer.Serialize(row.RootElement, Json);
            var found = Written(text, Reader.Read(text, Today));
            if (wanted != found)
                wrong.Add("wanted " + wanted + "\nfound  " + found);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("La réunion du comité régional est reportée au 15 mars", "cancelled")]
    [InlineData("On prévoit une formation à Koro le 10 mars pour 20 agents", "planned")]
    [InlineData("quel est le thème de l'atelier de lundi ?", "question")]
    [InlineData("merci pour la formation d'hier", "thanks")]
    [InlineData("avez-vous les 15 noms de l'atelier de lundi", "question")]
    [InlineData("Est-ce que la formation de lundi est validée ? 25 participants", "question")]
    [InlineData("si on avait le carburant on ferait la causerie à Konna", "wish")]
    [InlineData("envoyez moi la liste de la formation", "wish")]
    [InlineData("prévoir 30 participants pour la restitution de San", "wish")]
    [InlineData("nous confirmons la tenue de l'atelier le 30 avril à Ségou", "planned")]
    [InlineData("spot non diffusé hier", "cancelled")]
    [InlineData("la causerie de ce matin n'a finalement pas eu lieu", "cancelled")]
    [InlineData("samedi prochain 3 spots sur radio Kaoural", "planned")]
    [InlineData("10 spots à 5000 F", "wish")]
    [InlineData("il y a des rumeurs sur une attaque à Sarro", "hearsay")]
    [InlineData("c'est un test : formation 10 personnes", "document")]
    [InlineData("la formation n'a pas encore été faite à San", "cancelled")]
    [InlineData("il parait que le comité régional s'est réuni hier avec 20 personnes", "hearsay")]
    public void WhatIsNoReportSaysWhy(string text, string why) => Assert.Equal(why, Reader.Read(text, Today).NoReport);

    [Theory]
    [InlineData("les 22 noms de la fiche de la formation")]
    [InlineData("je suis à l'atelier de Ségou")]
    [InlineData("on craint une attaque à Mondoro")]
    [InlineData("notre comité régional est composé de 15 membres dont 6 femmes")]
    [InlineData("la réunion des parents d'élèves était hier, 40 personnes")]
    [InlineData("le local du comité régional est inondé depuis hier")]
    [InlineData("la formation a commencé ce matin")]
    [InlineData("d'habitude le comité régional réunit 20 personnes")]
    public void NamingAnActivityTellsNone(string text) => Assert.Empty(Reader.Read(text, Today).Reports);

    [Theory]
    [InlineData("J'ai animé une causerie à Koro")]
    [InlineData("nous venons de finir la causerie à Koro")]
    [InlineData("Bonjour, hier j'étais à Koro pour la causerie. 54 au total. On demande du carburant la prochaine fois.")]
    [InlineData("20 personnes à la causerie de Koro")]
    [InlineData("La tenue de la causerie de Koro : 20 personnes")]
    [InlineData("Après la formation nous avons fait la causerie à Koro")]
    public void SaidDoneOrCountedItIsAReport(string text) => Assert.Equal("sensibilisation", Assert.Single(Reader.Read(text, Today).Reports).Kind);

    [Theory]
    [InlineData("CR Mopti hier, 15 personnes", "reunion_comite")]
    [InlineData("CR de Ségou le 1er mars : 18 membres", "reunion_comite")]
    [InlineData("CR atelier Mopti hier, 15 personnes", "atelier")]
    public void CrBeforeAPlaceIsTheRegionalCommittee(string text, string kind) => Assert.Equal(kind, Assert.Single(Reader.Read(text, Today).Reports).Kind);

    [Theory]
    [InlineData("Atelier à Koro du 1er au 3 février, 20 personnes")]
    [InlineData("Atelier à Koro le 1er et le 2 mars, 20 personnes")]
    public void SeveralDaysAreNotOneDay(string text) => Assert.DoesNotContain("date", Assert.Single(Reader.Read(text, Today).Reports).Slots.Keys);

    [Fact]
    public void ADayThatThisYearDoesNotHaveIsImpossible() =>
        Assert.Equal(["date_impossible"], Assert.Single(Reader.Read("formation radios San 29 février 12 participants", Today).Reports).Problems);

    [Fact]
    public void TheDayOfWhatDidNotTakePlaceIsNotItsDay() =>
        Assert.Equal(new DateAnswer(new DateOnly(2022, 3, 2)), Assert.Single(Reader.Read("Le comité régional n'a pas pu se réunir lundi, il s'est réuni hier à Mopti, 18 membres", Today).Reports).Slots["date"]);

    [Fact]
    public void APlaceElsewhereIsNotThatOfTheGuests() =>
        Assert.DoesNotContain("place", Assert.Single(Reader.Read("voyage d'étude à Gao du comité régional de Mopti hier, 8 personnes", Today).Reports).Slots.Keys);

    [Fact]
    public void ThePersonsOwnAreaDecidesBetweenPlacesOfTheSameName()
    {
        var region = ShippedDialogs.Catalog.Places.Places.Single(p => p is { Level: Places.PlaceLevel.Region, Name: "Ségou" });
        var reading = Reader.Read("sensibilisation à Ségou hier, 20 personnes", Today, region);
        Assert.Equal("Ségou", Assert.IsType<PlaceAnswer>(reading.Reports[0].Slots["place"]).Value.Name);
    }

    [Fact]
    public void NoTextThrows() => Gen.Frequency((1, Gen.Char), (2, Of([.. " \n0123456789hfj,:-/()\u00e9\u00e0a"]))).Array[0, 400]
        .Sample(signs => Reader.Read(new string(signs), Today) is not null, iter: 3_000);

    [Fact]
    public void NoMixOfWordsThrows() =>
        Of("réunion", "comité régional", "hier", "12", "15 dont", "femmes", "h/f", "non pardon", "le", "31/02", "Mopti", "à", "CLOCSAD", "radio", "spot", "sur", "2h", "et", ",", ":", "000", "une dizaine", "alerte", "formation", "lundi", "entre").Array[0, 30]
            .Sample(words => Reader.Read(string.Join(' ', words), Today) is not null, iter: 3_000);

    private static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Written(string text, MessageReading reading) => JsonSerializer.Serialize(
        new { text, reports = reading.Reports.Select(r => new { kind = r.Kind, slots = SlotJson.Of(r.Slots), problems = r.Problems }), unread = reading.Unread }, Json);
}
