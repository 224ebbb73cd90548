using PbfFieldBot.Engine.Places;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.French;

/// <summary>What <see cref="FrenchNumbers"/> made of a text: a whole number of 0 or more, or a reason why not.</summary>
/// <param name="Value">The number; null when refused.</param>
/// <param name="Approximate">True for "une quinzaine", "environ 30".</param>
/// <param name="Reject">Why it was refused, one of <see cref="RejectReasons"/>; null when accepted.</param>
public sealed record NumberReading(long? Value, bool Approximate, string? Reject);

/// <summary>What <see cref="Headcounts"/> made of a text. Keys that nobody stated and nothing implies are null in <paramref name="Count"/>.</summary>
public sealed record HeadcountReading(Headcount? Count, string? Reject);

/// <summary>What <see cref="FrenchDates"/> made of a text: one past day, or a reason why not.</summary>
/// <param name="Date">The day; null when refused.</param>
/// <param name="Reject">One of <see cref="RejectReasons"/>; null when accepted.</param>
public sealed record DateReading(DateOnly? Date, string? Reject);

/// <summary>What <see cref="PlaceNames"/> made of a text: one place; or two or more candidates to choose from; or nothing known.</summary>
public sealed record PlaceReading(Place? Place, IReadOnlyList<Place> Candidates, string? Reject);

/// <summary>The reasons for which an answer is refused. Each has its French sentence in bot.fr.yaml under <c>reject.CODE</c>; `understand` prints the code.</summary>
public static class RejectReasons
{
    public const string NotANumber = "not_a_number";
    public const string Negative = "negative";
    public const string Decimal = "decimal";
    public const string Range = "range";
    public const string Vague = "vague";
    public const string Phone = "phone";
    public const string Amount = "amount";
    public const string Percent = "percent";
    public const string TooLarge = "too_large";
    public const string Contradiction = "contradiction";
    public const string WomenGtTotal = "women_gt_total";
    public const string MenGtTotal = "men_gt_total";
    public const string YouthGtTotal = "youth_gt_total";
    public const string SumMismatch = "sum_mismatch";
    public const string NotADate = "not_a_date";
    public const string DateFuture = "date_future";
    public const string DateImpossible = "date_impossible";
    public const string DateAmbiguous = "date_ambiguous";
    public const string DateRange = "date_range";
    public const string DateVague = "date_vague";
    public const string WeekdayMismatch = "weekday_mismatch";
    public const string PlaceUnknown = "place_unknown";
    public const string PlaceAmbiguous = "place_ambiguous";
    public const string TotalMissing = "total_missing";
    public const string PlaceInWords = "place_in_words";
    public const string PlaceOutside = "place_outside";
    public const string Empty = "empty";
    public const string TooLong = "too_long";
    public const string NotAChoice = "not_a_choice";
    public const string NeedsWords = "needs_words";
    public const string NeedsPhoto = "needs_photo";
    public const string NeedsLocation = "needs_location";
    public const string Required = "required";
    public const string Constraint = "constraint";
}
