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
    public static Task<List<RegisterEntry>> DeclaredAsync(FieldDb db, CancellationToken stop) => db.Register.AsNoTracking().Where(e => e.SupportedFromStart).ToListAsync(stop);

    /// <summary>A submission with those about the same event, tracked.</summary>
    public static async Task<IReadOnlyList<StoredSubmission>> SameEventAsync(FieldDb db, StoredSubmission submission, CancellationToken stop)
    {
        var first = submission.SameAs ?? submission.Id;
        var others = await db.Submissions.Where(s => s.SameAs == first && s.Id != submission.Id).ToListAsync(stop);
        if (submission.SameAs is not null && await db.Submissions.FindAsync([first], stop) is { } told)
            others.Add(told);
        return [submission, .. others];
    }

    /// <summary>The submissions that confirm another one, by the number of that one.</summary>
    public static async Task<ILookup<long, StoredSubmission>> LinksAsync(FieldDb db, CancellationToken stop) =>
        (await db.Submissions.AsNoTracking().Where(s => s.SameAs != null).ToListAsync(stop)).ToLookup(s => s.SameAs!.Value);

    public static async Task<Dictionary<string, AnswerValue>> AnswersOfAsync(FieldDb db, long submission, int revision, CancellationToken stop) =>
        ConversationJson.Read<Dictionary<string, AnswerValue>>((await db.Revisions.AsNoTracking().FirstAsync(r => r.SubmissionId == submission && r.Revision == revision, stop)).Answers);

    public static Dictionary<string, AnswerValue> AnswersOf(StoredSubmission submission) => ConversationJson.Read<Dictionary<string, AnswerValue>>(submission.Answers);
}
