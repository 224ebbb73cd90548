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
    public const string NotUtf8 = "not_utf8";
    public const string MapExpected = "map_expected";
    public const string ListExpected = "list_expected";
    public const string TextExpected = "text_expected";
    public const string UnquotedColon = "unquoted_colon";
    public const string NumberExpected = "number_expected";
    public const string TrueOrFalse = "true_or_false";
    public const string NotAllowed = "not_allowed";
    public const string UnknownKey = "unknown_key";
    public const string UnknownKeyNear = "unknown_key_near";
    public const string MissingKey = "missing_key";
    public const string NoQuestions = "no_questions";
    public const string UnknownType = "unknown_type";
    public const string UnknownTypeNear = "unknown_type_near";
    public const string KeyOfOtherType = "key_of_other_type";
    public const string BadName = "bad_name";
    public const string ReservedName = "reserved_name";
    public const string DoubledQuestion = "doubled_question";
    public const string LabelTooLong = "label_too_long";
    public const string MissingConstraint = "missing_constraint";
    public const string MissingConstraintMessage = "missing_constraint_message";
    public const string MissingListName = "missing_list_name";
    public const string MissingList = "missing_list";
    public const string ListNotTaken = "list_not_taken";
    public const string EmptyChoiceList = "empty_choice_list";
    public const string DoubledChoice = "doubled_choice";
    public const string ChoiceLabelTooLong = "choice_label_too_long";
    public const string BlankInChoiceName = "blank_in_choice_name";
    public const string BadExpression = "bad_expression";
    public const string BadPattern = "bad_pattern";
    public const string UnknownReference = "unknown_reference";
    public const string UnknownReferenceNear = "unknown_reference_near";
    public const string ReferenceToLater = "reference_to_later";
    public const string ReferenceToItself = "reference_to_itself";
    public const string Unreachable = "unreachable";
    public const string BadPlaceLine = "bad_place_line";
    public const string MissingFile = "missing_file";
}
