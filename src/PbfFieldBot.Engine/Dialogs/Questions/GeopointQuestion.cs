using System.Globalization;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Dialogs.Questions;

/// <summary>`geopoint`: the phone's location, WGS84 decimal degrees, rounded to about 100 metres so that nobody's door is stored.</summary>
public sealed record GeopointQuestion(QuestionSource Source) : Question(Source)
{
    private const int Decimals = 3;

    public override Reading Read(Input input, ReadingContext context) => input is Point point
        ? new Accepted(new GeopointAnswer(Math.Round(point.Latitude, Decimals), Math.Round(point.Longitude, Decimals), point.AccuracyMetres))
        : Refuse(context, RejectReasons.NeedsLocation);

    public override string Show(AnswerValue value) => value is GeopointAnswer point
        ? string.Create(CultureInfo.InvariantCulture, $"{point.Latitude:0.000}, {point.Longitude:0.000}")
        : "";

    public override IEnumerable<KeyValuePair<string, object>> Variables(AnswerValue value) => value is GeopointAnswer point
        ? [new(Name, string.Create(CultureInfo.InvariantCulture, $"{point.Latitude} {point.Longitude} 0 {point.AccuracyMetres ?? 0}"))]
        : [];
}
