using System.Globalization;
using PbfFieldBot.Engine.Places;

namespace PbfFieldBot.Engine.Submissions;

/// <summary>Answers as the slots that others read: people as participants_total, women, men, youth; a place as an object; one choice as text, languages always as a list.</summary>
public static class SlotJson
{
    private const string Participants = "participants";
    private static readonly string[] AlwaysLists = ["language"];

    /// <summary>The slots of a set of answers, ready to be written as JSON; what nobody said is left out.</summary>
    public static Dictionary<string, object?> Of(IReadOnlyDictionary<string, AnswerValue> answers)
    {
        var slots = new Dictionary<string, object?>();
        foreach (var (name, value) in answers.OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            if (value is HeadcountAnswer { Value: var count })
                AddCount(slots, name, count);
            else
                slots[name] = Of(name, value);
        }

        return slots;
    }

    /// <summary>A place as {level,name,cercle,region,pcode}.</summary>
    public static Dictionary<string, object?> OfPlace(Place place) => new()
    {
        ["level"] = place.Level.ToString().ToLowerInvariant(),
        ["name"] = place.Name,
        ["cercle"] = place.Cercle,
        ["region"] = place.Region,
        ["pcode"] = place.PCode,
    };

    private static object? Of(string name, AnswerValue value) => value switch
    {
        NumberAnswer number => number.Value,
        TextAnswer text => text.Value,
        DateAnswer date => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ChoicesAnswer choices => choices.Names.Count == 1 && !AlwaysLists.Contains(name) ? choices.Names[0] : choices.Names,
        PlaceAnswer place => OfPlace(place.Value),
        GeopointAnswer point => new[] { point.Latitude, point.Longitude },
        ImageAnswer => true,
        _ => null,
    };

    private static void AddCount(Dictionary<string, object?> slots, string name, Headcount count)
    {
        var prefix = name == Participants ? "" : name + "_";
        Add(name + "_total", count.Total);
        Add(prefix + "women", count.Women);
        Add(prefix + "men", count.Men);
        Add(prefix + "youth", count.Youth);

        void Add(string slot, int? number)
        {
            if (number is { } known)
                slots[slot] = known;
        }
    }
}
