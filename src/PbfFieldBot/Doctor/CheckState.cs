namespace PbfFieldBot.Doctor;

/// <summary>How a check came out: as promised, worth a look, or wrong.</summary>
public enum CheckState
{
    Ok,
    Look,
    Wrong,
}
