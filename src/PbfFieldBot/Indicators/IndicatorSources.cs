using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.People;
using PbfFieldBot.Submissions;

namespace PbfFieldBot.Indicators;

/// <summary>What indicators are made from: stored submissions and declared register entries.</summary>
internal static class IndicatorSources
{
    private const int Page = 1000;

    /// <summary>All submissions in the order of sending, read a page at a time.</summary>
    public static async IAsyncEnumerable<StoredSubmission> SubmissionsAsync(FieldDb db, [EnumeratorCancellation] CancellationToken stop)
    {
        for (var after = 0L; ;)
        {
            var page = await db.Submissions.AsNoTracking().Where(s => s.Id > after).OrderBy(s => s.Id).Take(Page).ToListAsync(stop);
            foreach (var submission in page)
                yield return submission;
            if (page.Count < Page)
                yield break;
            after = page[^1].Id;
        }
    }

    /// <summary>The entries declared as supported without a submission.</summary>
    public static IAsyncEnumerable<RegisterEntry> DeclaredAsync(FieldDb db) => db.Register.AsNoTracking().Where(e => e.SupportedFromStart).AsAsyncEnumerable();

    public static Dictionary<string, AnswerValue> AnswersOf(StoredSubmission submission) => ConversationJson.Read<Dictionary<string, AnswerValue>>(submission.Answers);
}
