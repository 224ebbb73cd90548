using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Channels;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;

namespace PbfFieldBot.Intake;

/// <summary>Everything the updates of one batch touch, read in three queries and written back in one transaction.</summary>
internal sealed class IntakeBatch
{
    private readonly Dictionary<(string Channel, long Chat), Known> people = [];
    private readonly HashSet<(string Channel, long Update)> seen = [];

    private IntakeBatch(FieldDb db, DateTimeOffset now)
    {
        Db = db;
        Now = now;
    }

    public FieldDb Db { get; }

    public DateTimeOffset Now { get; }

    /// <summary>Answers to strangers: sent after the commit, never stored.</summary>
    public List<OutgoingMessage> Unstored { get; } = [];

    /// <summary>Keys of the dialogs in which people stand now.</summary>
    public HashSet<string> DialogKeys { get; } = new(StringComparer.Ordinal);

    public static async Task<IntakeBatch> LoadAsync(FieldDb db, IReadOnlyList<ChannelUpdate> updates, DateTimeOffset now, CancellationToken stop)
    {
        var batch = new IntakeBatch(db, now);
        foreach (var channel in updates.GroupBy(u => u.Channel))
            await batch.LoadAsync(channel.Key, [.. channel.Select(u => u.UpdateId).Distinct()], [.. channel.Select(u => u.ChatId).Distinct()], stop);
        return batch;
    }

    /// <summary>True the first time an update comes; it is then remembered.</summary>
    public bool IsFirstTime(ChannelUpdate update) => seen.Add((update.Channel, update.UpdateId));

    /// <summary>Remembers in the database that an update was handled.</summary>
    public void Remember(ChannelUpdate update) => Db.SeenUpdates.Add(new SeenUpdate { Channel = update.Channel, UpdateId = update.UpdateId, SeenAt = Now.UtcTicks });

    /// <summary>The person of a chat; null for a stranger and for somebody whose access was taken away.</summary>
    public Known? PersonAt(ChannelUpdate update) =>
        people.TryGetValue((update.Channel, update.ChatId), out var known) && known.Person.RevokedAt is null ? known : null;

    /// <summary>Somebody came in, or came in again in another role.</summary>
    public async Task<Known> ArriveAsync(Person person, CancellationToken stop)
    {
        var organisation = person.OrganisationId is { } id ? await Db.Organisations.FindAsync([id], stop) : null;
        var before = people.GetValueOrDefault((person.Channel, person.ChatId));
        return people[(person.Channel, person.ChatId)] = new Known(person, organisation, before?.Conversation);
    }

    public void Say(Person person, Reply reply, SendPriority priority = SendPriority.Answer) => Db.Outbox.Add(OutgoingMessage.To(person, reply, priority, Now));

    public void SayUnstored(ChannelUpdate update, string text) => Unstored.Add(OutgoingMessage.To(update.Channel, update.ChatId, new Reply(text), SendPriority.Answer, Now));

    /// <summary>Writes the changed conversations into the context.</summary>
    public void Flush()
    {
        foreach (var known in people.Values)
            known.Flush(Db, Now);
    }

    private async Task LoadAsync(string channel, List<long> updates, List<long> chats, CancellationToken stop)
    {
        foreach (var id in await Db.SeenUpdates.Where(u => u.Channel == channel && updates.Contains(u.UpdateId)).Select(u => u.UpdateId).ToListAsync(stop))
            seen.Add((channel, id));
        var rows = await (from person in Db.People
                          where person.Channel == channel && chats.Contains(person.ChatId)
                          join o in Db.Organisations on person.OrganisationId equals o.Id into found
                          from organisation in found.DefaultIfEmpty()
                          join c in Db.Conversations on person.Id equals c.PersonId into talks
                          from conversation in talks.DefaultIfEmpty()
                          select new { person, organisation, conversation }).ToListAsync(stop);
        foreach (var row in rows)
            people.Add((channel, row.person.ChatId), new Known(row.person, row.organisation, row.conversation));
    }
}
