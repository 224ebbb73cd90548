namespace PbfFieldBot.Data;

/// <summary>What one of several replicas does at a time; the numbers are those of the server's locks.</summary>
public enum TurnKind
{
    Polling = 11,
    Sending = 12,
}
