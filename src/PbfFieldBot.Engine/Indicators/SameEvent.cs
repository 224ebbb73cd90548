using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Places;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Indicators;

/// <summary>Whether two reports of one dialog may tell the same event: same place, a day apart at most, a compatible body, public or station. Recommendations are known by their words.</summary>
public static class SameEvent
{
    /// <summary>Days between two tellings of one event: people say "hier" of the evening before.</summary>
    public const int DaysApart = 1;

    /// <summary>Figures that lie further apart than this share of the first one go to a coordinator.</summary>
    public const decimal FiguresApart = 0.2m;

    // With another day or only the cercle in common, numbers of people that lie this far apart (share of the larger one), or another subject, tell another event.
    private const decimal OtherFigures = 0.4m;
    private const int FewPeople = 3;
    private const string Participants = "participants";
    private const string Radio = "radio";
    private const string Recommendation = "recommandation";

    /// <summary>The question by whose words a dialog's subject is known instead of by place and day; null for most dialogs.</summary>
    public static string? NamedBy(Dialog dialog) => dialog.Questions.FirstOrDefault(q => q.Source.Register == Recommendation)?.Name;

    /// <summary>True when both may tell the same event.</summary>
    public static bool MayBe(Dialog dialog, IReadOnlyDictionary<string, AnswerValue> one, IReadOnlyDictionary<string, AnswerValue> other)
    {
        if (NamedBy(dialog) is { } name)
            return TextOf(one, name) is { } a && TextOf(other, name) is { } b && Wording.IsSame(a, b);
        if (DayOf(one) is not { } day || DayOf(other) is not { } otherDay || PlaceOf(one) is not { } place || PlaceOf(other) is not { } otherPlace)
            return false;
        var days = Math.Abs(day.DayNumber - otherDay.DayNumber);
        if (days > (Stations(dialog).Any() ? 0 : DaysApart) || !MayBeSamePlace(place, otherPlace) || Contradict(dialog, one, other))
            return false;
        return days == 0 && place == otherPlace || !AreFarApart(one, other) && !TellOtherSubjects(one, other);
    }

    /// <summary>True when one person sends the same report again: nothing that both state differs.</summary>
    public static bool IsRepeated(Dialog dialog, IReadOnlyDictionary<string, AnswerValue> one, IReadOnlyDictionary<string, AnswerValue> other) =>
        MayBe(dialog, one, other) && one.All(a => !other.TryGetValue(a.Key, out var value) || a.Value is ImageAnswer || value.Equals(a.Value));

    /// <summary>True when a number of people or broadcasts differs by more than a fifth of what was told first.</summary>
    public static bool FiguresDiffer(IReadOnlyDictionary<string, AnswerValue> first, IReadOnlyDictionary<string, AnswerValue> second) => first.Any(a => (a.Value, second.GetValueOrDefault(a.Key)) switch
    {
        (HeadcountAnswer one, HeadcountAnswer other) => Differ(one.Value.Total, other.Value.Total) || Differ(one.Value.Women, other.Value.Women),
        (NumberAnswer one, NumberAnswer other) => Differ(one.Value, other.Value),
        _ => false,
    });

    private static bool Differ(decimal? first, decimal? second) => first is { } a && second is { } b && Math.Abs(a - b) > FiguresApart * a;

    // A cercle is named where a commune of it is meant; two communes are two places.
    private static bool MayBeSamePlace(Place one, Place other) => (one, other) switch
    {
        ({ PCode: { } a }, { PCode: { } b }) => a == b || one.Level is not PlaceLevel.Region && other.Level is not PlaceLevel.Region && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)),
        ({ PCode: null }, { PCode: null }) => Folding.Fold(one.Name) == Folding.Fold(other.Name),
        _ => false,
    };

    private static bool Contradict(Dialog dialog, IReadOnlyDictionary<string, AnswerValue> one, IReadOnlyDictionary<string, AnswerValue> other) =>
        one.Any(a => a.Value is ChoicesAnswer && dialog.Find(a.Key) is SelectOneQuestion && other.TryGetValue(a.Key, out var value) && !value.Equals(a.Value))
        || Stations(dialog).Any(q => TextOf(one, q) is { } a && TextOf(other, q) is { } b && !Wording.IsSameName(RegisterKey.Of(Radio, a), RegisterKey.Of(Radio, b)));

    private static IEnumerable<string> Stations(Dialog dialog) => dialog.Questions.Where(q => q.Source.Register == Radio).Select(q => q.Name);

    private static bool AreFarApart(IReadOnlyDictionary<string, AnswerValue> one, IReadOnlyDictionary<string, AnswerValue> other) =>
        PeopleOf(one) is { } a && PeopleOf(other) is { } b && (AreFarApart(a.Total, b.Total) || AreFarApart(a.Women, b.Women));

    private static bool AreFarApart(int? one, int? other) => one is { } a && other is { } b && Math.Abs(a - b) > Math.Max(FewPeople, OtherFigures * Math.Max(a, b));

    private static bool TellOtherSubjects(IReadOnlyDictionary<string, AnswerValue> one, IReadOnlyDictionary<string, AnswerValue> other) =>
        TextOf(one, "theme") is { } a && TextOf(other, "theme") is { } b && !Wording.IsSame(a, b);

    private static Headcount? PeopleOf(IReadOnlyDictionary<string, AnswerValue> answers) => answers.GetValueOrDefault(Participants) is HeadcountAnswer count ? count.Value : null;

    private static DateOnly? DayOf(IReadOnlyDictionary<string, AnswerValue> answers) => answers.GetValueOrDefault("date") is DateAnswer date ? date.Value : null;

    private static Place? PlaceOf(IReadOnlyDictionary<string, AnswerValue> answers) => answers.GetValueOrDefault("place") is PlaceAnswer place ? place.Value : null;

    private static string? TextOf(IReadOnlyDictionary<string, AnswerValue> answers, string name) => answers.GetValueOrDefault(name) is TextAnswer text ? text.Value : null;
}
