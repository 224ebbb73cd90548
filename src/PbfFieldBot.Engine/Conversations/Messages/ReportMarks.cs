using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>Which words of a message a fact has taken, and which count nothing (hours, money, what was corrected), so that no number serves twice.</summary>
internal sealed class ReportMarks(Words words)
{
    private readonly List<(int From, int To, string Rule)> notes = [];
    private readonly bool[] used = new bool[words.Count];
    private readonly bool[] aside = new bool[words.Count];

    public bool IsUsed(int at) => used[at];

    public bool IsAside(int at) => aside[at];

    /// <summary>Which rule took which words, in the order of taking.</summary>
    public IReadOnlyList<(int From, int To, string Rule)> Notes => notes;

    /// <summary>A fact takes these words, the last one not included.</summary>
    public void Use(int from, int to, string rule)
    {
        notes.Add((from, to, rule));
        Mark(used, from, to);
    }

    /// <summary>These words count nothing for any fact.</summary>
    public void SetAside(int from, int to, string rule)
    {
        notes.Add((from, to, "aside." + rule));
        Mark(aside, from, to);
    }

    private static void Mark(bool[] marks, int from, int to)
    {
        for (var i = from; i < to && i < marks.Length; i++)
            marks[i] = true;
    }
}
