using System.Collections.Concurrent;

namespace PbfFieldBot.Intake;

/// <summary>How often strangers were answered, in memory only and bounded: nothing about them is stored.</summary>
internal sealed class Strangers
{
    private const int Remembered = 10_000;
    private readonly ConcurrentDictionary<(string Channel, long Chat), int> answers = new();

    /// <summary>True when a chat may be answered once more.</summary>
    public bool MayAnswer(string channel, long chat, int most)
    {
        // Many strangers at once is an attack: silence is the answer to those we cannot remember.
        if (answers.Count >= Remembered && !answers.ContainsKey((channel, chat)))
            return false;
        return answers.AddOrUpdate((channel, chat), 1, (_, count) => count + 1) <= most;
    }
}
