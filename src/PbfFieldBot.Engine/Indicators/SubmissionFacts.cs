using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Dialogs.Expressions;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Indicators;

/// <summary>What the rules' expressions see of one submission.</summary>
internal sealed class SubmissionFacts
{
    private const int RegionCharacters = 4;
    private readonly Submission submission;
    private readonly ExpressionScope scope;

    public SubmissionFacts(Submission submission, Dialog dialog)
    {
        this.submission = submission;
        var sentOn = new DateTimeOffset(submission.SentOn, TimeOnly.MinValue, TimeSpan.Zero);
        var variables = new Dictionary<string, object>(
            DialogVariables.Of(dialog, submission.Answers, submission.OrganisationKind, submission.Organisation, null, sentOn), StringComparer.Ordinal)
        {
            ["area"] = submission.Area,
            ["region"] = submission.Area.Length >= RegionCharacters ? submission.Area[..RegionCharacters] : "",
        };
        scope = new ExpressionScope(variables, sentOn) { ChoiceLabel = dialog.ChoiceLabel };
    }

    public bool Has(string name) => scope.Variables.TryGetValue(name, out var value) && value is not "";

    /// <summary>True when there is no condition or it holds.</summary>
    public bool Holds(XFormExpression? condition) => condition is null || condition.IsTrue(scope);

    public decimal? Number(XFormExpression expression) => expression.Number(scope);

    public string Text(XFormExpression expression) => expression.Text(scope).Trim();

    /// <summary>An empty contribution on the submission's day and in its area.</summary>
    public Contribution Contribution(string indicator, string part) => new(indicator, part, submission.Day, submission.Area, "", 0, null, null, null, null);
}
