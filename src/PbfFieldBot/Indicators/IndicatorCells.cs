using PbfFieldBot.Data;
using PbfFieldBot.Submissions;

namespace PbfFieldBot.Indicators;

/// <summary>Keeps contributions and day cells in step with submissions.</summary>
public sealed class IndicatorCells
{
    /// <summary>Writes anew what one submission adds, by its present answers and status; part of the caller's transaction.</summary>
    public Task UpdateAsync(FieldDb db, StoredSubmission submission, CancellationToken stop) => Task.CompletedTask;
}
