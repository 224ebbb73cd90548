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
    public void WhatIsNoReportSaysWhy(string text, string why) => Assert.Equal(why, Reader.Read(text, Today).NoReport);

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
