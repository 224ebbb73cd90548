using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Channels;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Intake;

/// <summary>Tells people, once for each breakdown, that the database could not take their message: nobody waits for a receipt in vain. It is remembered in memory only.</summary>
internal sealed class NotSavedYet(FieldDatabase database, OutboxSignal signal, TimeProvider clock)
{
    private readonly HashSet<(string, long)> told = [];

    /// <summary>The breakdown is over.</summary>
    public void Forget()
    {
        lock (told)
            told.Clear();
    }

    public async Task SayAsync(IReadOnlyList<ChannelUpdate> batch, CancellationToken stop)
    {
        List<OutgoingMessage> messages = [];
        foreach (var channel in batch.Where(u => u.What is not Reachable).GroupBy(u => u.Channel))
            foreach (var person in await KnownAsync(channel.Key, [.. channel.Select(u => u.ChatId).Distinct()], stop))
                if (IsFirst(person))
                    messages.Add(OutgoingMessage.To(person, new Reply(AppPhrases.Text("intake.not_saved")), SendPriority.Answer, clock.GetUtcNow()));
        signal.Ring(messages);
    }

    private bool IsFirst(Person person)
    {
        lock (told)
            return told.Add((person.Channel, person.ChatId));
    }

    // A database that cannot be written may often still be read; if not, nobody can be told from a stranger.
    private async Task<List<Person>> KnownAsync(string channel, List<long> chats, CancellationToken stop)
    {
        try
        {
            await using var db = database.NewContext();
            return await db.People.AsNoTracking().Where(p => p.Channel == channel && p.RevokedAt == null && chats.Contains(p.ChatId)).ToListAsync(stop);
        }
        catch (Exception error) when (error is DbException or IOException or InvalidOperationException)
        {
            return [];
        }
    }
}
