using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Channels;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using PbfFieldBot.Submissions;

namespace PbfFieldBot.Intake;

/// <summary>The people whom the updates of one batch concern, read in one query, and what is to be written when all are handled, in one transaction.</summary>
internal sealed class IntakeBatch
{
    private static readonly CompiledQuery<Func<FieldDb, string, List<long>, IAsyncEnumerable<ValueTuple<Person, Organisation?, string?>>>> PeopleAndTalks = new(() => EF.CompileAsyncQuery((FieldDb db, string channel, List<long> chats) =>
        from person in db.People.AsNoTracking()
        where person.Channel == channel && chats.Contains(person.ChatId)
        join o in db.Organisations on person.OrganisationId equals o.Id into found
        from organisation in found.DefaultIfEmpty()
        join c in db.Conversations on person.Id equals c.PersonId into talks
        from conversation in talks.DefaultIfEmpty()
        select new ValueTuple<Person, Organisation?, string?>(person, organisation, conversation.State)));

    private readonly Dictionary<(string Channel, long Chat), Known> people = [];
    private readonly List<OutgoingMessage> outgoing = [];

    private readonly RecentTalks talks;

    private IntakeBatch(FieldDb db, DateTimeOffset now, RecentTalks talks)
    {
        (Db, Now, this.talks) = (db, now, talks);
        Reviewers = new Reviewers(db);
    }

    public FieldDb Db { get; }

    public DateTimeOffset Now { get; }

    public Reviewers Reviewers { get; }

    /// <summary>Lists of waiting reports to be shown again.</summary>
    public Boards Boards { get; } = new();

    /// <summary>Answers to strangers: sent after the commit, never stored.</summary>
    public List<OutgoingMessage> Unstored { get; } = [];

    /// <summary>What was said, in the order of saying; after <see cref="Flush"/> with its numbers.</summary>
    public IReadOnlyList<OutgoingMessage> Outgoing => outgoing;

    /// <summary>True when there are files to bring down after the commit.</summary>
    public bool HasFiles { get; private set; }

    /// <summary>True when somebody came in, changed role or lost access: menus are to be set anew.</summary>
    public bool HasArrivals { get; private set; }

    /// <summary>Keys of the dialogs in which people stand now.</summary>
    public HashSet<string> DialogKeys { get; } = new(StringComparer.Ordinal);

    public static async Task<IntakeBatch> LoadAsync(FieldDb db, IReadOnlyList<ChannelUpdate> updates, DateTimeOffset now, RecentTalks talks, CancellationToken stop)
    {
        var batch = new IntakeBatch(db, now, talks);
        foreach (var channel in updates.GroupBy(u => u.Channel))
            await batch.LoadAsync(channel.Key, [.. channel.Select(u => u.ChatId).Distinct()], stop);
        return batch;
    }

    /// <summary>True the first time an update comes; it is then remembered.</summary>
    public bool IsFirstTime(ChannelUpdate update) => HotWrites.TrySee(Db.Prepared, update, Now.UtcTicks);

    /// <summary>The person of a chat; null for a stranger and for somebody whose access was taken away.</summary>
    public Known? PersonAt(ChannelUpdate update) =>
        people.TryGetValue((update.Channel, update.ChatId), out var known) && known.Person.RevokedAt is null ? known : null;

    /// <summary>Somebody else whom an update concerns, with the talk so far.</summary>
    public async Task<Known> KnownOfAsync(Person person, CancellationToken stop)
    {
        if (!people.ContainsKey((person.Channel, person.ChatId)))
            await LoadAsync(person.Channel, [person.ChatId], stop);
        return people[(person.Channel, person.ChatId)];
    }

    /// <summary>Somebody came in, or came in again in another role; the talk so far stays.</summary>
    public async Task<Known> ArriveAsync(Person person, CancellationToken stop)
    {
        var organisation = person.OrganisationId is { } id ? await Db.Organisations.FindAsync([id], stop) : null;
        Known? moved = null;
        var here = (person.Channel, person.ChatId);
        HasArrivals = true;

        // Somebody with a new phone brings the talk along; the old chat is nobody's.
        foreach (var (old, _) in people.Where(p => p.Key != here && p.Value.Person.Id == person.Id).ToList())
            people.Remove(old, out moved);
        if (people.TryGetValue(here, out var before) && before.Person.Id == person.Id || moved is not null)
            return people[here] = new Known(person, organisation, moved ?? before, talks);
        var state = await Db.Conversations.AsNoTracking().Where(c => c.PersonId == person.Id).Select(c => c.State).FirstOrDefaultAsync(stop);
        return people[here] = new Known(person, organisation, state, talks);
    }

    /// <summary>Somebody has no access any more: nothing more is said to that chat.</summary>
    public void Close(Person person)
    {
        HasArrivals = true;
        outgoing.RemoveAll(m => m.Channel == person.Channel && m.ChatId == person.ChatId);
        if (people.Remove((person.Channel, person.ChatId), out var known))
            known.Person.RevokedAt = person.RevokedAt ?? Now.UtcTicks;
    }

    public void Say(Person person, Reply reply) => outgoing.Add(OutgoingMessage.To(person, reply, SendPriority.Answer, Now));

    /// <summary>A file is to be brought down after the commit.</summary>
    public void Fetch(ChannelUpdate update, Person person, string fileId, FilePurpose purpose, string name = "")
    {
        Db.FilesToFetch.Add(new FileToFetch
        {
            Channel = update.Channel,
            FileId = fileId,
            PersonId = person.Id,
            Purpose = purpose,
            Name = name,
            SentAt = update.SentAt.UtcTicks,
            DueAt = Now.UtcTicks,
        });
        HasFiles = true;
    }

    public void Send(IEnumerable<OutgoingMessage> messages) => outgoing.AddRange(messages);

    public void SayUnstored(ChannelUpdate update, string text) => Unstored.Add(OutgoingMessage.To(update.Channel, update.ChatId, new Reply(text), SendPriority.Answer, Now));

    /// <summary>The buttons of the pressed message go: their time is over.</summary>
    public void RemoveButtons(ChannelUpdate press)
    {
        if (press.MessageId != 0)
            Unstored.Add(OutgoingMessage.WithoutButtons(press.Channel, press.ChatId, press.MessageId, Now));
    }

    /// <summary>Writes the changed conversations, and the messages in the order in which they were said.</summary>
    public void Flush()
    {
        foreach (var known in people.Values.Where(k => k.IsChanged))
            HotWrites.Keep(Db.Prepared, known.Person.Id, known.Store(), Now.UtcTicks);
        outgoing.ForEach(Write);
    }

    // A message with a file goes through EF, which gives both their numbers; saved at once, so that the order stays that of saying.
    private void Write(OutgoingMessage message)
    {
        if (message.Slot is { } slot)
            Db.Outbox.Where(m => m.Channel == message.Channel && m.ChatId == message.ChatId && m.Slot == slot).ExecuteDelete();
        if (message.File is null)
        {
            HotWrites.Send(Db.Prepared, message);
            return;
        }

        Db.Outbox.Add(message);
        Db.SaveChanges();
    }

    private async Task LoadAsync(string channel, List<long> chats, CancellationToken stop)
    {
        await foreach (var (person, organisation, state) in PeopleAndTalks.For(Db)(Db, channel, chats).WithCancellation(stop))
            people.Add((channel, person.ChatId), new Known(person, organisation, state, talks));
    }
}
