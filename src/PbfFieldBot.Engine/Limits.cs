namespace PbfFieldBot.Engine;

/// <summary>All maximums of the engine in one place, with their unit and the source of the rule.</summary>
public static class Limits
{
    /// <summary>Characters read of one message; a Telegram text has at most 4,096 (Bot API).</summary>
    public const int MessageCharacters = 4096;

    /// <summary>Reports read in one message; more activities than a working week has days are a list to send one by one. The numbers of the rest are shown as unread.</summary>
    public const int ReportsInOneMessage = 6;

    /// <summary>Words read of one report: three times a long message; keeps the reading of any text under 10 ms.</summary>
    public const int WordsInOneReport = 300;

    /// <summary>Numbers shown back of what lies beyond these two limits.</summary>
    public const int UnreadBeyondLimits = 20;

    /// <summary>Characters of a question's label, so that label, hint and error fit a phone's screen.</summary>
    public const int LabelCharacters = 400;

    /// <summary>Characters of a choice's label: what a small phone shows on one button.</summary>
    public const int ChoiceLabelCharacters = 40;

    /// <summary>Choices shown as buttons; longer lists are narrowed by typing.</summary>
    public const int ChoiceButtons = 12;

    /// <summary>Characters of an entry in the report's indicator table (PBF template: 300 per entry).</summary>
    public const int ReportEntryCharacters = 300;

    /// <summary>The largest count that is taken at its word; more is a slip of the finger or something else.</summary>
    public const long LargestNumber = 100_000_000;

    /// <summary>People in one activity; more is a slip of the finger.</summary>
    public const int PeopleInOneActivity = 100_000;

    /// <summary>Conversations that one person may put aside with "plus tard".</summary>
    public const int PausedConversations = 5;

    /// <summary>Wrong answers to one question before the bot names a person to call.</summary>
    public const int TriesBeforeHelp = 3;

    /// <summary>Characters of a text answer: what stays readable in a review card and in Excel.</summary>
    public const int TextAnswerCharacters = 1000;

    /// <summary>Characters of a place outside the two regions.</summary>
    public const int PlaceNameCharacters = 60;

    /// <summary>Bytes of one authored file (dialog, choices, indicators).</summary>
    public const int AuthoredFileBytes = 1_000_000;

    /// <summary>Bytes of a button's data (Bot API: 1 to 64).</summary>
    public const int ButtonDataBytes = 64;

    /// <summary>Characters of an expression: longer ones are not readable either, and their evaluation is recursive.</summary>
    public const int ExpressionCharacters = 4000;

    /// <summary>Parentheses within parentheses of an expression.</summary>
    public const int ExpressionDepth = 40;

    /// <summary>Days from 1970-01-01 to year 9999, the last that can be written.</summary>
    public const double LargestDay = 719_162;

    /// <summary>Characters of a dialog's folder name, so that its button's data stays within <see cref="ButtonDataBytes"/>.</summary>
    public const int DialogIdCharacters = 40;

    /// <summary>Combinations of answers tried to see whether a condition can ever hold.</summary>
    public const int TriedAnswers = 5000;

    /// <summary>Characters of the name of frozen figures.</summary>
    public const int SnapshotNameCharacters = 60;
}
