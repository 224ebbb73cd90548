using PbfFieldBot.Engine.Places;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.TestKit;

namespace PbfFieldBot.Tests.Submissions;

/// <summary>One telling of an event by somebody.</summary>
internal sealed record Telling(int Event, long Person, string Kind, Dictionary<string, AnswerValue> Answers);

/// <summary>
/// A season of events as partners would tell them, made from a seed: most in communes, some named by their cercle, series on neighbouring days and in neighbouring communes.
/// A tenth is told again by somebody else, as people do: the day before, the cercle instead of the commune, other figures, other words, parts left out.
/// </summary>
internal sealed class SyntheticSeason(int seed)
{
    private static readonly DateOnly FirstDay = new(2020, 1, 6);
    private static readonly string[] Kinds = ["reunion_comite", "cadre_concertation", "formation", "atelier", "sensibilisation", "restitution", "diffusion"];
    private static readonly string[] Bodies = ["CROCSAD", "CLOCSAD", "CCOCSAD"];
    private static readonly string[] Audiences = ["agents_techniques", "comites", "osc", "radios", "membres_secretariat"];
    private static readonly string[] Stations = ["Radio Kaoural", "Radio Foko", "Radio Daande Douentza", "Radio Jamana", "Radio Baguine", "Radio Sahel"];
    private static readonly string[] Themes = ["la gestion des conflits", "le dialogue entre éleveurs et agriculteurs", "la cohésion sociale", "les rumeurs", "le suivi du plan d'action", "le pâturage"];
    private readonly Random random = new(seed);
    private readonly List<Place> communes = [.. ShippedDialogs.Catalog.Places.Places.Where(p => p.Level is PlaceLevel.Commune)];

    /// <summary>All tellings, a second one after its first.</summary>
    public List<Telling> Tellings(int events, double toldTwice)
    {
        var tellings = new List<Telling>();
        for (var number = 0; number < events; number++)
        {
            // Every tenth event follows the one before on the next day or in the next commune: what must not be taken for it.
            var first = number % 10 == 9 ? Neighbour(tellings.Last(t => t.Event == number - 1), number) : Event(number);
            tellings.Add(first);
            if (random.NextDouble() < toldTwice)
                tellings.Add(ToldAgain(first));
        }

        return tellings;
    }

    private Telling Event(int number)
    {
        var kind = One(Kinds);
        var place = One(communes);
        var answers = new Dictionary<string, AnswerValue>
        {
            ["date"] = new DateAnswer(FirstDay.AddDays(random.Next(300))),
            ["place"] = new PlaceAnswer(random.Next(10) < 3 ? CercleOf(place) : place),
        };
        if (kind == "diffusion")
        {
            answers["radio_name"] = new TextAnswer(One(Stations));
            answers["broadcasts"] = new NumberAnswer(random.Next(1, 12));
            return new Telling(number, number % 37, kind, answers);
        }

        answers["participants"] = People(random.Next(8, 90));
        if (kind == "cadre_concertation")
            answers["body"] = new ChoicesAnswer([One(Bodies)]);
        if (kind == "formation")
            answers["audience"] = new ChoicesAnswer([One(Audiences)]);
        if (random.Next(2) == 0)
            answers["theme"] = new TextAnswer(One(Themes));
        return new Telling(number, number % 37, kind, answers);
    }

    // A series: the same kind, another number of people, on the next day or elsewhere in the cercle.
    private Telling Neighbour(Telling before, int number)
    {
        var answers = new Dictionary<string, AnswerValue>(before.Answers);
        if (answers["place"] is PlaceAnswer { Value: { Level: PlaceLevel.Commune } place } && random.Next(2) == 0)
            answers["place"] = new PlaceAnswer(One([.. communes.Where(c => c.Cercle == place.Cercle && c != place)]));
        else
            answers["date"] = new DateAnswer(((DateAnswer)answers["date"]).Value.AddDays(random.Next(2) == 0 ? 1 : 7));
        if (answers.TryGetValue("participants", out var people))
            answers["participants"] = People(Math.Max(6, ((HeadcountAnswer)people).Value.Total!.Value * 2));
        if (answers.ContainsKey("body"))
            answers["body"] = new ChoicesAnswer([One(Bodies)]);
        return before with { Event = number, Answers = answers };
    }

    private Telling ToldAgain(Telling first)
    {
        var answers = new Dictionary<string, AnswerValue>(first.Answers);
        if (first.Kind != "diffusion" && random.Next(4) == 0)
            answers["date"] = new DateAnswer(((DateAnswer)answers["date"]).Value.AddDays(random.Next(2) == 0 ? 1 : -1));
        if (answers["place"] is PlaceAnswer { Value: { Level: PlaceLevel.Commune } place } && random.Next(4) == 0)
            answers["place"] = new PlaceAnswer(CercleOf(place));
        if (answers.TryGetValue("participants", out var people))
            answers["participants"] = Retold(((HeadcountAnswer)people).Value);
        if (random.Next(3) == 0)
            answers.Remove("body");
        if (answers.TryGetValue("radio_name", out var radio) && random.Next(2) == 0)
            answers["radio_name"] = new TextAnswer(((TextAnswer)radio).Value.Replace("Radio ", "RD ", StringComparison.Ordinal).ToUpperInvariant());
        if (random.Next(2) == 0)
            answers.Remove("theme");
        else if (answers.TryGetValue("theme", out var theme) && random.Next(2) == 0)
            answers["theme"] = new TextAnswer(((TextAnswer)theme).Value.ToUpperInvariant() + " au village");
        return first with { Person = first.Person + 100, Answers = answers };
    }

    // Half say the same numbers, most others close ones, a few others; a third does not know the women.
    private HeadcountAnswer Retold(Headcount people)
    {
        var share = random.Next(10) switch { < 5 => 1.0, < 9 => 0.9 + (random.NextDouble() * 0.2), _ => 1.35 };
        var told = (int)Math.Round(people.Total!.Value * share);
        return random.Next(3) == 0
            ? new HeadcountAnswer(new Headcount(told, null, null, null, true))
            : new HeadcountAnswer(new Headcount(told, (int)Math.Round(people.Women!.Value * share)).Derived());
    }

    private HeadcountAnswer People(int total) => new(new Headcount(total, random.Next(0, total + 1)).Derived());

    private static Place CercleOf(Place commune) => ShippedDialogs.Catalog.Places.Places.First(p => p.Level is PlaceLevel.Cercle && p.PCode == commune.AreaCode);

    private T One<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
}
