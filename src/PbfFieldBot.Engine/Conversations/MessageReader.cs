using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Places;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>Reads one free message as reports. (Signature; the reader itself lands from its own branch.)</summary>
public sealed class MessageReader(PlaceNames places)
{
    public MessageReading Read(string text, DateOnly reference, Place? own = null) => places is null ? throw new ArgumentException(text + reference + own) : new([], [], null);
}
