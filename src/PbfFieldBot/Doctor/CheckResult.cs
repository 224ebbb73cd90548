namespace PbfFieldBot.Doctor;

/// <summary>One promise looked at: its name ("I1"), how it came out, one French sentence, and the numbers behind it.</summary>
public sealed record CheckResult(string Id, CheckState State, string Text, IReadOnlyDictionary<string, object?> Numbers);
