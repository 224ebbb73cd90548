using PbfFieldBot.Engine.Texts;

namespace PbfFieldBot.Engine.Indicators;

/// <summary>The report's cell: "15 dont 6 femmes", "35 %", "1". A nought stays a bare 0.</summary>
public static class Display
{
    private static readonly PhraseFile Phrases = PhraseFile.Load(typeof(Display).Assembly, "indicateurs.fr.yaml");

    /// <summary>The cell of a value; women are told only where people are counted by sex and age.</summary>
    public static string Of(Indicator indicator, decimal value, int? women) => (indicator.Unit, value) switch
    {
        (_, 0) => Phrases.Text("display.zero"),
        (IndicatorUnit.Percent, _) => Number("display.percent", value),
        _ when indicator.BySexAndAge && women > 0 => Number("display.number", value) + " " + Number("display.women", women.Value),
        _ => Number("display.number", value),
    };

    // The narrow no-break space between thousands is missing from the fonts of many report templates.
    private static string Number(string key, decimal value) => Phrases.Count(key, value).Replace('\u202f', '\u00a0');
}
