using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Engine.Texts;

namespace PbfFieldBot.Reports.Drafts;

/// <summary>The paragraph on women and youth of a result: the participants of the period's reports, each report once; what nobody said is not counted.</summary>
internal sealed class WomenYouthSentences(PhraseFile phrases, IReadOnlyDictionary<string, Headcount> counts)
{
    /// <param name="nobody">The sentence when no participants are known.</param>
    public IReadOnlyList<DraftSentence> Of(IReadOnlyList<PeriodFigure> figures, DraftSentence nobody)
    {
        var codes = figures.Where(f => f.Receipts.Count > 0).Select(f => f.Indicator.Code).ToList();
        var reports = figures.SelectMany(f => f.Receipts).Distinct().Where(counts.ContainsKey).Select(r => (Receipt: r, Count: counts[r])).ToList();
        if (reports.Count == 0)
            return [nobody];
        List<DraftSentence> sentences = [];
        var known = reports.FindAll(r => r.Count is { Women: not null, Total: not null });
        if (known.Count > 0)
            sentences.Add(Women([.. known], codes));
        if (known.Count < reports.Count)
            sentences.Add(Counted("women_unknown", reports.Count - known.Count, reports.Except(known), codes));
        if (reports.FindAll(r => r.Count.Youth is not null) is { Count: > 0 } young)
            sentences.Add(Counted("youth", young.Sum(r => r.Count.Youth!.Value), young, codes));
        return sentences;
    }

    private DraftSentence Women(IReadOnlyList<(string Receipt, Headcount Count)> known, IReadOnlyList<string> codes)
    {
        var (women, of) = (known.Sum(r => r.Count.Women!.Value), known.Sum(r => r.Count.Total!.Value));
        var share = of == 0 ? 0 : Math.Round(100m * women / of, MidpointRounding.AwayFromZero);
        return new DraftSentence(
            phrases.Count("women", women, ("of", Display(of)), ("share", share)), codes, [.. known.Select(r => r.Receipt)], new Dictionary<string, decimal> { ["n"] = women, ["of"] = of, ["share"] = share });
    }

    private DraftSentence Counted(string key, int number, IEnumerable<(string Receipt, Headcount Count)> reports, IReadOnlyList<string> codes) =>
        new(phrases.Count(key, number), codes, [.. reports.Select(r => r.Receipt)], new Dictionary<string, decimal> { ["n"] = number });

    private static string Display(int number) => number.ToString("#,0", System.Globalization.CultureInfo.GetCultureInfo("fr-FR"));
}
