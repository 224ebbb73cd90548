using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>What <see cref="MessageReader"/> made of one free message.</summary>
/// <param name="Reports">None, one or two reports, in the order of the text.</param>
/// <param name="Unread">Words that carried a number, date or name and were used nowhere.</param>
/// <param name="NoReport">Why it is no report ("planned", "cancelled", "question", "wish", "document", "complaint"...); null when it is one or nothing was recognised.</param>
public sealed record MessageReading(IReadOnlyList<ReportReading> Reports, IReadOnlyList<string> Unread, string? NoReport);

/// <summary>One report read in a message: only what is stated, or follows from it by arithmetic.</summary>
/// <param name="Kind">The dialog's id.</param>
/// <param name="Slots">Answers by question name; people under `participants`.</param>
/// <param name="Problems">Contradictions as read, never repaired: women_gt_total, men_gt_total, youth_gt_total, sum_mismatch, weekday_mismatch, date_future, date_impossible.</param>
public sealed record ReportReading(string Kind, IReadOnlyDictionary<string, AnswerValue> Slots, IReadOnlyList<string> Problems);
