using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Indicators;
using PbfFieldBot.People;

namespace PbfFieldBot.Reports.Drafts;

/// <summary>Proposes two sections for each result out of the figures of a period, within the template's limits.</summary>
internal sealed class DraftBuilder(FieldDatabase database, DialogCatalog catalog, DraftPlan plan)
{
    private const int ReceiptsAtOnce = 500;

    public async Task<IReadOnlyList<DraftSection>> BuildAsync(DraftPeriod period, CancellationToken stop)
    {
        var progress = new ProgressSentences(plan.Phrases, new Areas(catalog.Places.Places), period);
        var people = new WomenYouthSentences(plan.Phrases, await CountsAsync(period, stop));
        List<DraftSection> sections = [];
        foreach (var result in catalog.Framework.Results.Where(r => r.Level is ResultLevel.Result))
        {
            var figures = period.Figures.Where(f => ResultOf(f.Indicator) == result.Name).ToList();
            sections.Add(Section(result.Name, "progress", progress.Of(figures)));
            sections.Add(Section(result.Name, "women_youth", people.Of(figures, ProgressSentences.Plain(progress.Dated("nobody"), figures))));
        }

        return sections;
    }

    private DraftSection Section(string result, string which, IReadOnlyList<DraftSentence> sentences)
    {
        var (heading, limit) = plan.SectionOf(result, which);
        return DraftSection.Fitting(result, heading, limit, sentences);
    }

    private string ResultOf(Indicator indicator) => catalog.Framework.Results.FirstOrDefault(r => r.Name == indicator.Parent)?.Of ?? indicator.Parent;

    private async Task<Dictionary<string, Headcount>> CountsAsync(DraftPeriod period, CancellationToken stop)
    {
        await using var db = database.NewContext();
        Dictionary<string, Headcount> counts = new(StringComparer.Ordinal);
        foreach (var receipts in period.Figures.SelectMany(f => f.Receipts).Distinct().Chunk(ReceiptsAtOnce))
            foreach (var submission in await db.Submissions.AsNoTracking().Where(s => receipts.Contains(s.Receipt)).ToListAsync(stop))
                if (IndicatorSources.AnswersOf(submission).GetValueOrDefault(HeadcountQuestion.Participants) is HeadcountAnswer answer)
                    counts[submission.Receipt] = answer.Value;
        return counts;
    }
}
