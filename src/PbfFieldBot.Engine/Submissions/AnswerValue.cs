using System.Text.Json.Serialization;
using PbfFieldBot.Engine.Places;

namespace PbfFieldBot.Engine.Submissions;

/// <summary>The value of one answer, by kind of question. Stored as JSON with the discriminator "t".</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "t")]
[JsonDerivedType(typeof(NumberAnswer), "n")]
[JsonDerivedType(typeof(TextAnswer), "s")]
[JsonDerivedType(typeof(DateAnswer), "d")]
[JsonDerivedType(typeof(ChoicesAnswer), "c")]
[JsonDerivedType(typeof(HeadcountAnswer), "h")]
[JsonDerivedType(typeof(PlaceAnswer), "p")]
[JsonDerivedType(typeof(GeopointAnswer), "g")]
[JsonDerivedType(typeof(ImageAnswer), "i")]
public abstract record AnswerValue;

/// <summary>A number, whole (`integer`) or with a fraction (`decimal`), in the unit of its question.</summary>
public sealed record NumberAnswer(decimal Value, bool Approximate = false) : AnswerValue;

/// <summary>Words, kept as written after normalisation (NFC, no control characters).</summary>
public sealed record TextAnswer(string Value) : AnswerValue;

/// <summary>One day in the project's time zone; <paramref name="Words"/> keeps what was said when a range was narrowed to its first day.</summary>
public sealed record DateAnswer(DateOnly Value, string? Words = null) : AnswerValue;

/// <summary>The names of the chosen choices, in the order of the list; one for `select_one`, any number for `select_multiple`.</summary>
public sealed record ChoicesAnswer(IReadOnlyList<string> Names) : AnswerValue
{
    public bool Equals(ChoicesAnswer? other) => other is not null && Names.SequenceEqual(other.Names);

    public override int GetHashCode() => Names.Aggregate(17, (hash, name) => HashCode.Combine(hash, name));
}

/// <summary>A count of people by sex and age.</summary>
public sealed record HeadcountAnswer(Headcount Value) : AnswerValue;

/// <summary>A place of the gazetteer or outside it.</summary>
public sealed record PlaceAnswer(Place Value) : AnswerValue;

/// <summary>A point in WGS84 decimal degrees; accuracy in metres, null when unknown.</summary>
public sealed record GeopointAnswer(double Latitude, double Longitude, double? AccuracyMetres = null) : AnswerValue;

/// <summary>A picture; <paramref name="FileId"/> is the channel's own id of the file.</summary>
public sealed record ImageAnswer(string FileId) : AnswerValue;
