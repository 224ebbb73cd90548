namespace PbfFieldBot.Reports.Drafts;

/// <summary>One proposed sentence, and what it rests on.</summary>
/// <param name="Indicators">The codes that it speaks of.</param>
/// <param name="Receipts">The reports behind its numbers.</param>
/// <param name="Figures">Each number in it, by the name of its place.</param>
public sealed record DraftSentence(string Text, IReadOnlyList<string> Indicators, IReadOnlyList<string> Receipts, IReadOnlyDictionary<string, decimal> Figures);

/// <summary>A section of the report: what is proposed, and what did not fit.</summary>
/// <param name="Result">A result or an output in the report's own words.</param>
/// <param name="Heading">The question of the template.</param>
/// <param name="Limit">Characters allowed; null when the template gives no limit.</param>
public sealed record DraftSection(string Result, string Heading, int? Limit, IReadOnlyList<DraftSentence> Sentences, IReadOnlyList<DraftSentence> LeftOut)
{
    public string Text => string.Join(' ', Sentences.Select(s => s.Text));

    /// <summary>As many sentences as the limit takes, in their order.</summary>
    public static DraftSection Fitting(string result, string heading, int? limit, IReadOnlyList<DraftSentence> sentences)
    {
        var (kept, length) = (0, -1);
        while (kept < sentences.Count && (limit is null || length + 1 + sentences[kept].Text.Length <= limit))
            length += 1 + sentences[kept++].Text.Length;
        return new DraftSection(result, heading, limit, [.. sentences.Take(kept)], [.. sentences.Skip(kept)]);
    }
}
