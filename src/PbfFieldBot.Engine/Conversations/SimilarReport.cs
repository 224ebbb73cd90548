namespace PbfFieldBot.Engine.Conversations;

/// <summary>A report that may tell the same event.</summary>
/// <param name="Shown">What it tells, in one line, as the person may see it: day, place, number of people, organisation.</param>
public sealed record SimilarReport(long Submission, string Shown);
