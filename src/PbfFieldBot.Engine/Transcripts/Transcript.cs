namespace PbfFieldBot.Engine.Transcripts;

/// <summary>A conversation written down: who takes part and what they say, to be played through the real intake.</summary>
/// <param name="File">The file it was read from, for messages about its lines.</param>
/// <param name="Today">The clock at the beginning, in the project's time zone.</param>
public sealed record Transcript(string File, DateTime Today, IReadOnlyList<TranscriptPerson> People, IReadOnlyList<TranscriptLine> Talk);

/// <summary>Somebody who takes part. Roles: partner (the usual one), coordinator, administrator; kinds and areas as for an invitation.</summary>
/// <param name="Supported">True: the person's organisation is in the register of supported ones from the start.</param>
public sealed record TranscriptPerson(string Id, string Role, string? Kind, string? Organisation, string? Area, bool Supported, int Line);

/// <summary>What a person does on one line.</summary>
public enum TranscriptAct
{
    Says,
    Taps,
    Photo,
    Document,
    Location,
    Edits,
    Command,
}

/// <summary>One line of the talk.</summary>
/// <param name="Text">What is said, tapped, edited to or commanded; the photo's or document's name, a file beside the conversation; "latitude longitude".</param>
/// <param name="Expect">A piece of the bot's next texts; null when nothing is expected.</param>
/// <param name="Answers">Answers by question name, whatever the order in which the bot asks; several are tried one after another.</param>
/// <param name="At">The clock from this line on; null: as before.</param>
public sealed record TranscriptLine(string From, TranscriptAct Act, string Text, string? Expect, IReadOnlyDictionary<string, IReadOnlyList<string>> Answers, DateTime? At, int Line);
