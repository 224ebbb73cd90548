using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Indicators;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Doctor;

/// <summary>Are the reports all there, each counted once, and do the figures follow from them?</summary>
internal static class ReportChecks
{
    /// <summary>Receipts are valid and unique, and each report has every revision.</summary>
    public static async Task<CheckResult> ReceiptsAsync(FieldDb db, CancellationToken stop)
    {
        var receipts = await db.Submissions.AsNoTracking().Select(s => s.Receipt).ToListAsync(stop);
        var bad = receipts.Count(r => !Receipt.IsValid(r)) + receipts.Count - receipts.Distinct(StringComparer.Ordinal).Count();
        var cut = await db.Submissions.CountAsync(s => db.Revisions.Count(r => r.SubmissionId == s.Id && r.Revision >= 1 && r.Revision <= s.Revision) != s.Revision, stop);
        var state = bad + cut == 0 ? CheckState.Ok : CheckState.Wrong;
        return new("I1", state, Say("receipts", state, ("n", receipts.Count), ("bad", bad), ("cut", cut)), Numbers(("reports", receipts.Count), ("bad_receipts", bad), ("missing_revisions", cut)));
    }

    /// <summary>No person sent the same report at the same moment twice.</summary>
    public static async Task<CheckResult> OnceAsync(FieldDb db, CancellationToken stop)
    {
        var groups = await db.Submissions.GroupBy(s => new { s.PersonId, s.Kind, s.SentAt, s.Answers }).Where(g => g.Count() > 1).Select(g => g.Count() - 1).ToListAsync(stop);
        var twice = groups.Sum();
        var seen = await db.SeenUpdates.CountAsync(stop);
        var state = twice == 0 ? CheckState.Ok : CheckState.Wrong;
        return new("I2", state, Say("once", state, ("n", twice), ("seen", seen)), Numbers(("doubled", twice), ("remembered_updates", seen)));
    }

    /// <summary>Contributions and cells are those that the reports give; nothing is written.</summary>
    public static async Task<CheckResult> FiguresAsync(FieldDb db, IndicatorCells cells, CancellationToken stop)
    {
        var audit = await CellAudit.RunAsync(db, cells, stop);
        var state = audit is { WrongSources: 0, WrongCells: 0 } ? CheckState.Ok : CheckState.Wrong;
        return new(
            "I4",
            state,
            Say("figures", state, ("n", audit.Contributions), ("cells", audit.Cells), ("reports", audit.WrongSources), ("wrong", audit.WrongCells)),
            Numbers(("contributions", audit.Contributions), ("cells", audit.Cells), ("wrong_reports", audit.WrongSources), ("wrong_cells", audit.WrongCells)));
    }

    /// <summary>Each person's reports stand in the order in which they were sent.</summary>
    public static async Task<CheckResult> OrderAsync(FieldDb db, CancellationToken stop)
    {
        var sent = await db.Submissions.AsNoTracking().OrderBy(s => s.PersonId).ThenBy(s => s.Id).Select(s => new { s.PersonId, s.SentAt }).ToListAsync(stop);
        var turned = sent.Zip(sent.Skip(1)).Count(p => p.First.PersonId == p.Second.PersonId && p.First.SentAt > p.Second.SentAt);
        var state = turned == 0 ? CheckState.Ok : CheckState.Look;
        return new("I6", state, Say("order", state, ("n", turned)), Numbers(("out_of_order", turned)));
    }

    private static string Say(string check, CheckState state, params ReadOnlySpan<(string, object?)> values) =>
        AppPhrases.Text($"doctor.{check}.{(state is CheckState.Ok ? "ok" : "wrong")}", values);

    private static Dictionary<string, object?> Numbers(params ReadOnlySpan<(string Name, object? Value)> numbers) => numbers.ToArray().ToDictionary(n => n.Name, n => n.Value);
}
