using PbfFieldBot.Engine;
using PbfFieldBot.People;

namespace PbfFieldBot.Intake.Requests;

/// <summary>A person on a button: name and area, short enough for a small phone.</summary>
internal static class PersonLabel
{
    public static string Of(Person person, Areas areas)
    {
        var label = person.Name + ", " + areas.Shown(person.Area);
        return label.Length <= Limits.ChoiceLabelCharacters ? label : label[..(Limits.ChoiceLabelCharacters - 1)] + "\u2026";
    }
}
