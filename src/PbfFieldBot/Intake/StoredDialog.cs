namespace PbfFieldBot.Intake;

/// <summary>A version of a dialog that some conversation began with: its files, so that the conversation ends on it.</summary>
public sealed class StoredDialog
{
    /// <summary>The dialog's key (a digest of its files).</summary>
    public required string Key { get; set; }

    public required string Kind { get; set; }

    public int Version { get; set; }

    /// <summary>The files as JSON: name relative to the dialogs folder, and text.</summary>
    public required string Sources { get; set; }
}
