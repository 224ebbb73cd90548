using System.Globalization;
using static PbfFieldBot.Reports.Annex.AnnexText;

namespace PbfFieldBot.Reports.Annex;

/// <summary>A column of an indicator's table: its width in twentieths of a point, and what it says of the opening value, of a source and of the sum.</summary>
internal sealed record AnnexColumn(string Title, string Width, Func<AnnexEntry, string> OfOpening, Func<AnnexLine, AnnexEntry, string> OfLine, Func<AnnexEntry, string> OfSum)
{
    /// <summary>The columns; people are told by sex and age only where the report does so.</summary>
    public static IReadOnlyList<AnnexColumn> Of(AnnexEntry of, AnnexText text) =>
    [
        new(Say("receipt"), "1400", _ => Say("opening_value"), (line, _) => line.Source.Receipt ?? Say("no_receipt"), _ => Say("sum")),
        new(Say("date"), "1250", entry => Day(entry.Indicator.Opening.Date), (line, _) => Day(line.Source.Day), _ => ""),
        new(Say("kind"), "1900", _ => "", (line, _) => text.Kind(line), _ => ""),
        new(Say("place"), "1700", _ => "", (line, _) => line.Source.Place ?? "", _ => ""),
        new(Say("organisation"), "2200", _ => "", (line, _) => line.Source.Organisation ?? "", _ => ""),
        new(Say(of.AddsUp ? "adds" : "says"), "1000", entry => Number(entry.Value.Opening), (line, _) => Number(line.Adds), entry => Number(entry.Sum)),
        .. of.Indicator.BySexAndAge ? People() : [],
        new(Say("remark"), of.Indicator.BySexAndAge ? "2200" : "5100", entry => entry.Indicator.Opening.Source, Remark, _ => ""),
    ];

    private static AnnexColumn[] People() =>
    [
        new(Say("women"), "950", entry => Known(entry.Indicator.Opening.Women), (line, _) => Known(line.Source.Amount.Women), entry => Known(entry.Value.Women)),
        new(Say("men"), "950", entry => Known(entry.Indicator.Opening.Men), (line, _) => Known(line.Source.Amount.Men), entry => Known(entry.Value.Men)),
        new(Say("youth"), "1000", entry => Known(entry.Indicator.Opening.Youth), (line, _) => Known(line.Source.Amount.Youth), entry => Known(entry.Value.Youth)),
    ];

    // What nobody said is not 0.
    private static string Known(int? people) => people?.ToString(CultureInfo.InvariantCulture) ?? Say("unknown");
}
