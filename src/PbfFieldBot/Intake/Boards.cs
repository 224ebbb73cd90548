using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using PbfFieldBot.Submissions;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Intake;

/// <summary>Whose list of waiting reports is to be shown again after a batch: each coordinator's once, with a word on what happened.</summary>
internal sealed class Boards
{
    private readonly Dictionary<long, Change> changes = [];

    /// <summary>Shows the list with what is new in it.</summary>
    public void Show(Person coordinator, string? note = null, SendPriority priority = SendPriority.Review) => Of(coordinator).Add(note, priority, mayBegin: true);

    /// <summary>Shows the list as a new message at the end of the chat.</summary>
    public void ShowAnew(Person coordinator, string? note = null)
    {
        var change = Of(coordinator);
        change.Add(note, SendPriority.Answer, mayBegin: true);
        change.Anew = true;
    }

    /// <summary>Brings a list up to date that is on the screen; one that is not stays away.</summary>
    public void Refresh(Person coordinator, string? note = null) => Of(coordinator).Add(note, SendPriority.Review, mayBegin: false);

    /// <summary>Puts the lists into the outbox.</summary>
    public async Task SendAsync(IntakeBatch batch, ReviewBoard board, CancellationToken stop)
    {
        foreach (var change in changes.Values.Where(c => c.Person is { RevokedAt: null, Unreachable: false }))
            await SendAsync(batch, board, change, stop);
        changes.Clear();
    }

    private static async Task SendAsync(IntakeBatch batch, ReviewBoard board, Change change, CancellationToken stop)
    {
        var person = change.Person;
        var queued = batch.Db.Outbox.Where(m => m.Channel == person.Channel && m.ChatId == person.ChatId && m.Slot == ReviewBoard.Slot);
        var shown = await batch.Db.SentSlots.FirstOrDefaultAsync(s => s.Channel == person.Channel && s.ChatId == person.ChatId && s.Slot == ReviewBoard.Slot, stop);
        if (!change.MayBegin && shown is null && !await queued.AnyAsync(stop))
            return;
        var reply = await board.OfAsync(batch.Db, batch.Reviewers, person, stop);
        var notes = string.Join('\n', change.Notes);
        if (reply is null && notes.Length == 0 && shown is null && !change.Anew)
            return;
        var text = reply is null ? notes.Length > 0 ? notes : AppPhrases.Text("review.nothing_waits") : notes.Length > 0 ? notes + "\n\n" + reply.Text : reply.Text;
        var message = OutgoingMessage.To(person, new Reply(text, reply?.Rows ?? []), change.Priority, batch.Now);
        message.Silent = true;
        if (reply is not null)
            message.Slot = ReviewBoard.Slot;
        else
            message.EditsMessageId = change.Anew ? null : shown?.MessageId;

        // With nothing left the place is free: the next report to come begins a new message.
        if (reply is null)
            await queued.ExecuteDeleteAsync(stop);
        if (shown is not null && (reply is null || change.Anew))
            batch.Db.SentSlots.Remove(shown);
        batch.Send([message]);
    }

    private Change Of(Person coordinator) => changes.TryGetValue(coordinator.Id, out var change) ? change : changes[coordinator.Id] = new Change(coordinator);

    private sealed class Change(Person person)
    {
        public Person Person => person;

        public List<string> Notes { get; } = [];

        public SendPriority Priority { get; private set; } = SendPriority.Review;

        public bool MayBegin { get; private set; }

        public bool Anew { get; set; }

        public void Add(string? note, SendPriority priority, bool mayBegin)
        {
            if (note is not null)
                Notes.Add(note);
            Priority = priority < Priority ? priority : Priority;
            MayBegin |= mayBegin;
        }
    }
}
