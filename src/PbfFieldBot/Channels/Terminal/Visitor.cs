namespace PbfFieldBot.Channels.Terminal;

/// <summary>As whom a partner talks in the terminal: a kind of organisation ("comite", "radio"...) in an area.</summary>
internal sealed record Visitor(string Kind, string Area);
