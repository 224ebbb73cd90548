using PbfFieldBot.Engine.Texts;

namespace PbfFieldBot.Engine.Indicators;

/// <summary>The report's cell: "15 dont 6 femmes (4 de moins de 35 ans)", "35 %", "1". A nought stays a bare 0.</summary>
public static class Display
{
    private static readonly PhraseFile Phrases = PhraseFile.Load(typeof(Display).Assembly, "indicateurs.fr.yaml");

    /// <summary>The cell of a value; women and young people are told only where people are counted by sex and age, and when somebody said how many.</summary>
    public static string Of(Indicator indicator, decimal value, int? women, int? youth = null) => (indicator.Unit, value) switch
    {
        (_, 0) => Phrases.Text("display.zero"),
        (IndicatorUnit.Percent, _) => Number("display.percent", value),
        _ when indicator.BySexAndAge => Number("display.number", value) + (women > 0 ? " " + Number("display.women", women.Value) : "") + (youth > 0 ? " " + Number("display.youth", youth.Value) : ""),
        _ => Number("display.number", value),
    };

    // The narrow no-break space between thousands is missing from the fonts of many report templates.
    private static string Number(string key, decimal value) => Phrases.Count(key, value).Replace('\u202f', '\u00a0');
}
