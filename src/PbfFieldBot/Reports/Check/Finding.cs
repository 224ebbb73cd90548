namespace PbfFieldBot.Reports.Check;

/// <summary>One thing in a report that an officer should look at before it leaves.</summary>
/// <param name="Code">A stable word for programs, "value_over_target".</param>
/// <param name="Where">The row or the section, in French.</param>
/// <param name="Message">What is the matter and what to do, in French.</param>
/// <param name="Evidence">The words or numbers of the report that show it.</param>
internal sealed record Finding(string Code, string Where, string Message, string Evidence);
