namespace PbfFieldBot.Engine.Dialogs;

/// <summary>
/// An author's mistake in a file of the dialogs folder: where it stands and what to do, in French, as "file:line:column : sentence".
/// Codes are listed in <see cref="ProblemCodes"/>; sentences stand in problems.fr.yaml.
/// </summary>
public sealed record Problem(string Code, string File, int Line, int Column, string Message)
{
    public override string ToString() => $"{File}:{Line}:{Column} : {Message}";
}
