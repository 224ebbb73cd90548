using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Places;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Dialogs.Questions;

/// <summary>`place`: a region, cercle, commune or known locality of Mopti and Segou; where the dialog allows it, a place outside as text.</summary>
public sealed record PlaceQuestion(QuestionSource Source) : Question(Source)
{
    public override Reading Read(Input input, ReadingContext context)
    {
        if (input is not Message message)
            return input is Point ? Refuse(context, RejectReasons.PlaceInWords) : RefuseOther(context, input);
        var reading = context.Places.Read(message.Text, context.Own);
        if (reading.Place is { } place)
            return place.Level != PlaceLevel.Outside || context.Outside ? Answer(place) : Refuse(context, RejectReasons.PlaceOutside, place.Name);
        var options = reading.Candidates.Select(c => new Option(Label(c, context), new PlaceAnswer(c))).ToList();
        var words = message.Text.Trim();
        if (context.Outside && LooksLikeAName(words))
            options.Add(new Option(context.Phrases.Text("place.outside_option", ("words", words)), new PlaceAnswer(new Place(PlaceLevel.Outside, words, null, null, null))));
        if (options.Count == 0)
            return Refuse(context, RejectReasons.PlaceUnknown, words);
        return new Undecided(context.Phrases.Text(reading.Candidates.Count == 0 ? "place.outside_question" : "place.which", ("words", words)), options);
    }

    public override string Show(AnswerValue value) => value is PlaceAnswer { Value: var place }
        ? place.Level switch
        {
            PlaceLevel.Region => "r\u00e9gion de " + place.Name,
            PlaceLevel.Cercle => "cercle de " + place.Name,
            PlaceLevel.Commune => $"{place.Name} (cercle de {place.Cercle})",
            _ => place.Name,
        }
        : "";

    private static Accepted Answer(Place place) => new(new PlaceAnswer(place));

    private static string Label(Place place, ReadingContext context) =>
        context.Phrases.Text("place.level." + place.Level.ToString().ToLowerInvariant(), ("name", place.Name), ("cercle", place.Cercle), ("region", place.Region));

    private static bool LooksLikeAName(string words) => words.Length is >= 3 and <= Limits.PlaceNameCharacters && words.Any(char.IsLetter) && !words.Any(char.IsDigit);
}
