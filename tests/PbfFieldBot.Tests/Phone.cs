using PbfFieldBot.Channels;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Outbox;

namespace PbfFieldBot.Tests;

/// <summary>Somebody's phone: say, tap, look.</summary>
internal sealed class Phone(FieldBotApp app, long chat)
{
    private int read;

    public long Chat => chat;

    /// <summary>The texts that came since the last look.</summary>
    public IReadOnlyList<string> News()
    {
        var all = Messages();
        var news = all.Skip(read).Select(m => m.Text).ToList();
        read = all.Count;
        return news;
    }

    public string Last() => News()[^1];

    public void ReadAway() => News();

    public Task StartsAsync(string code) => app.TakeAsync(app.Update(chat, new Started(code)));

    public Task SaysAsync(string text) => app.TakeAsync(Says(text));

    public ChannelUpdate Says(string text) => app.Update(chat, new Said(new Message(text)));

    /// <summary>Presses the newest button with this label.</summary>
    public Task TapsAsync(string label) => app.TakeAsync(Taps(label));

    public ChannelUpdate Taps(string label)
    {
        var (message, button) = Find(label);
        return app.Update(chat, new Pressed(button.Data)) with { MessageId = message.EditsMessageId ?? message.Id };
    }

    public string ButtonOf(string label) => Find(label).Button.Data;

    /// <summary>Changes an earlier message, as its update named it.</summary>
    public Task EditsAsync(ChannelUpdate said, string text) => app.TakeAsync(app.Update(chat, new Edited(text)) with { MessageId = said.MessageId });

    /// <summary>Labels of the buttons on the newest message.</summary>
    public IReadOnlyList<string> Buttons() => [.. Messages()[^1].ButtonRows().SelectMany(r => r).Select(b => b.Label)];

    // What was edited shows only its new buttons.
    private (OutgoingMessage Message, Button Button) Find(string label) =>
        Messages().GroupBy(m => m.EditsMessageId ?? m.Id).Select(g => g.Last()).OrderByDescending(m => m.Id)
            .SelectMany(m => m.ButtonRows().SelectMany(r => r).Select(b => (Message: m, Button: b))).Where(b => b.Button.Label == label).Select(b => ((OutgoingMessage, Button)?)b).FirstOrDefault()
        ?? throw new InvalidOperationException($"no button {label} on the phone, after: " + string.Join(" / ", Messages().Select(m => m.Text)));

    private IReadOnlyList<OutgoingMessage> Messages() => [.. app.Channel.Sent.Where(m => m.ChatId == chat && !m.RemovesButtons)];
}
