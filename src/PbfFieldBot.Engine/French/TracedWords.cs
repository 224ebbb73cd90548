namespace PbfFieldBot.Engine.French;

/// <summary>Which rule read which words as what: for authors and for measuring, never for partners.</summary>
/// <param name="Words">The words as written.</param>
/// <param name="Rule">The rule's name ("date", "people", "aside.money"); README lists them.</param>
/// <param name="Value">What was read; empty when the words were set aside.</param>
public sealed record TracedWords(string Words, string Rule, string Value = "");
