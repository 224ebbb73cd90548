namespace PbfFieldBot.Engine.Dialogs.Questions;

/// <summary>What one person did, whatever the channel.</summary>
public abstract record Input;

/// <summary>A written message, normalised (NFC, no control characters).</summary>
public sealed record Message(string Text) : Input;

/// <summary>A press on a button: the turn that showed it and the button's code.</summary>
public sealed record Press(int Turn, string Code) : Input;

/// <summary>A picture; the id is the channel's own. <paramref name="Caption"/> may be empty.</summary>
public sealed record Photo(string FileId, string Caption) : Input;

/// <summary>A location sent from the phone, WGS84 decimal degrees, accuracy in metres.</summary>
public sealed record Point(double Latitude, double Longitude, double? AccuracyMetres) : Input;

/// <summary>Something the bot cannot read: "voice", "video", "sticker", "document", "contact", "other".</summary>
public sealed record Unreadable(string What) : Input;
