namespace PbfFieldBot.Engine.Dialogs;

/// <summary>The codes of all mistakes that `dialogs check` knows. Each has its sentence in problems.fr.yaml and its example in testdata/problems.</summary>
public static class ProblemCodes
{
    public const string YamlError = "yaml_error";
    public const string DoubledKey = "doubled_key";
    public const string Anchor = "anchor";
    public const string Tag = "tag";
    public const string TooDeep = "too_deep";
    public const string SecondDocument = "second_document";
    public const string FileTooLong = "file_too_long";
}
