using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Engine.Texts;
using PbfFieldBot.People;

namespace PbfFieldBot.Reports.Drafts;

/// <summary>The sentences of a result's progress: what the period added, states and surveys, and plainly what did not begin.</summary>
internal sealed class ProgressSentences(PhraseFile phrases, Areas areas, DraftPeriod period)
{
    public IReadOnlyList<DraftSentence> Of(IReadOnlyList<PeriodFigure> figures)
    {
        var told = figures.Select(f => (Figure: f, Sentence: Sentence(f))).ToList();
        if (told.TrueForAll(t => t.Sentence is null))
            return [Plain(Dated("nothing"), figures)];
        var sentences = told.Select(t => t.Sentence).OfType<DraftSentence>().Prepend(Plain(Dated("period"), [])).ToList();
        var idle = told.Where(t => t.Sentence is null).Select(t => t.Figure).ToList();
        if (idle.Count > 0)
            sentences.Add(Plain(phrases.Text("not_begun", ("names", Listed([.. idle.Select(Name)]))), idle));
        return sentences;
    }

    public string Dated(string key) => phrases.Text(key, ("from", Day(period.From)), ("until", Day(period.Until)));

    public static DraftSentence Plain(string text, IEnumerable<PeriodFigure> figures) => new(text, [.. figures.Select(f => f.Indicator.Code)], [], new Dictionary<string, decimal>());

    private DraftSentence? Sentence(PeriodFigure figure) => figure switch
    {
        { AddsUp: true, Added: > 0 } => Added(figure),
        { AddsUp: true, Added: < 0 } => Corrected(figure),
        { AddsUp: true } => null,
        { Now.Value: 0 } => null,
        _ => State(figure),
    };

    private DraftSentence Added(PeriodFigure figure)
    {
        var key = "indicators." + figure.Indicator.Code;
        var words = phrases.Count(
            phrases.Has(key + ".one") ? key : "other", figure.Added, ("label", figure.Indicator.Label), ("where", Where(figure)), ("women", figure.Women > 0 ? phrases.Count("with_women", figure.Women.Value) : ""));
        var total = phrases.Text("total", ("value", Display.Of(figure.Indicator, figure.Now.Value, null)), ("target", Target(figure)));
        var numbers = new Dictionary<string, decimal> { ["n"] = figure.Added, ["value"] = figure.Now.Value, ["target"] = figure.Indicator.Target };
        if (figure.Women > 0)
            numbers["women"] = figure.Women.Value;
        return new DraftSentence(words + " " + total, [figure.Indicator.Code], figure.Receipts, numbers);
    }

    private DraftSentence Corrected(PeriodFigure figure) => new(
        phrases.Text("corrected", ("name", Name(figure)), ("value", Display.Of(figure.Indicator, figure.Now.Value, null)), ("before", Display.Of(figure.Indicator, figure.Before, null))),
        [figure.Indicator.Code],
        figure.Receipts,
        new Dictionary<string, decimal> { ["value"] = figure.Now.Value, ["before"] = figure.Before });

    private DraftSentence State(PeriodFigure figure)
    {
        var key = "indicators." + figure.Indicator.Code;
        var numbers = new Dictionary<string, decimal> { ["value"] = figure.Now.Value, ["target"] = figure.Indicator.Target };
        var value = Display.Of(figure.Indicator, figure.Now.Value, null);
        var words = phrases.Has(key + ".yes") ? phrases.Text(key + ".yes")
            : phrases.Has(key + ".percent") ? phrases.Text(key + ".percent", ("value", value), ("target", Target(figure)))
            : phrases.Has(key + ".state.one") ? phrases.Count(key + ".state", figure.Now.Value, ("target", Target(figure)))
            : phrases.Count("other", figure.Now.Value, ("label", figure.Indicator.Label));
        return new DraftSentence(words, [figure.Indicator.Code], figure.Receipts, numbers);
    }

    private string Where(PeriodFigure figure)
    {
        var regions = figure.New.Where(s => s.Amount.Part == Parts.Main && s.Amount.Area != Areas.National).Select(s => areas.PlaceOf(s.Amount.Area)?.Region).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        return regions.Count == 0 ? "" : phrases.Count("where", regions.Count, ("names", Listed(regions)));
    }

    private string Listed(IReadOnlyList<string> names) => names.Count < 2 ? string.Concat(names) : string.Join(", ", names.SkipLast(1)) + phrases.Text("and") + names[^1];

    private string Name(PeriodFigure figure)
    {
        var key = $"indicators.{figure.Indicator.Code}.name";
        return phrases.Has(key) ? phrases.Text(key) : figure.Indicator.Label;
    }

    private static string Target(PeriodFigure figure) => Display.Of(figure.Indicator, figure.Indicator.Target, null);

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
