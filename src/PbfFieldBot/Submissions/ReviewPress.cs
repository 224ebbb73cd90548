using System.Globalization;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Submissions;

/// <summary>What a coordinator decides.</summary>
public enum Decision
{
    Approve,
    Reject,
}

/// <summary>A press on a review's button: "v", the submission's number, ":", "a" to approve or "r" to reject.</summary>
public sealed record ReviewPress(long SubmissionId, Decision Decision)
{
    private const char Approve = 'a';
    private const char Reject = 'r';

    /// <summary>Reads a button's data; null when it belongs to no review.</summary>
    public static ReviewPress? Read(string data)
    {
        if (data is not ['v', .. var number, ':', Approve or Reject] || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return null;
        return new ReviewPress(id, data[^1] is Approve ? Decision.Approve : Decision.Reject);
    }

    /// <summary>The two buttons under a report that waits.</summary>
    public static IReadOnlyList<IReadOnlyList<Button>> Buttons(long submission) =>
    [
        [
            new(AppPhrases.Text("review.approve"), string.Create(CultureInfo.InvariantCulture, $"v{submission}:{Approve}")),
            new(AppPhrases.Text("review.reject"), string.Create(CultureInfo.InvariantCulture, $"v{submission}:{Reject}")),
        ],
    ];
}
