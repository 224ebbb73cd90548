using System.Text.Json.Nodes;
using PbfFieldBot.Engine.French;

namespace PbfFieldBot.TestKit.Telegram;

/// <summary>A message on a phone's screen.</summary>
public sealed record ScreenMessage(int Id, string Text, IReadOnlyList<(string Label, string Data)> Buttons)
{
    /// <summary>The picture or document that came with it; null usually.</summary>
    public UploadedFile? File { get; init; }

    /// <summary>True: it came without a sound.</summary>
    public bool Silent { get; init; }
}

/// <summary>Somebody's phone: says, taps, looks. The profile's names are canaries that the product must not keep.</summary>
public sealed class PartnerPhone
{
    public const string CanaryName = "CanariPrenom";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly FakeTelegram telegram;
    private readonly List<ScreenMessage> screen = [];
    private readonly List<ScreenMessage> shown = [];
    private readonly object gate = new();
    private TaskCompletionSource news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int looked;
    private int lastSaid;

    internal PartnerPhone(FakeTelegram telegram, long chatId) => (this.telegram, ChatId) = (telegram, chatId);

    public long ChatId { get; }

    /// <summary>True: sends to this phone get 403.</summary>
    public bool HasBlocked { get; set; }

    /// <summary>What lies on the screen, oldest first.</summary>
    public IReadOnlyList<ScreenMessage> Screen
    {
        get
        {
            lock (gate)
                return [.. screen];
        }
    }

    /// <summary>Writes a message; returns its update id.</summary>
    public int Say(string text) => Send(new JsonObject { ["text"] = text });

    /// <summary>Follows an invitation.</summary>
    public int Start(string code) => Say("/start " + code);

    /// <summary>Sends a document; Telegram keeps its bytes under the id unless they are null.</summary>
    public int SendDocument(string name, byte[]? content, string fileId, string mime = "application/octet-stream", long? size = null)
    {
        if (content is not null)
            telegram.KeepFile(fileId, content);
        return Send(new JsonObject { ["document"] = new JsonObject { ["file_id"] = fileId, ["file_unique_id"] = "u" + fileId, ["file_name"] = name, ["mime_type"] = mime, ["file_size"] = size ?? content?.Length } });
    }

    /// <summary>Sends a photo whose bytes Telegram keeps.</summary>
    public int SendPhoto(string fileId, byte[] content)
    {
        telegram.KeepFile(fileId, content);
        return SendPhoto(fileId);
    }

    /// <summary>Deletes a message of the bot on the phone: it cannot be edited any more.</summary>
    public void Delete(int messageId)
    {
        lock (gate)
            looked -= screen.RemoveAll(m => m.Id == messageId) > 0 ? 1 : 0;
    }

    public int SendPhoto(string fileId) => Send(new JsonObject { ["photo"] = new JsonArray(new JsonObject { ["file_id"] = fileId, ["file_unique_id"] = "u" + fileId, ["width"] = 90, ["height"] = 90 }) });

    public int SendLocation(double latitude, double longitude) => Send(new JsonObject { ["location"] = new JsonObject { ["latitude"] = latitude, ["longitude"] = longitude } });

    public int SendVoice() => Send(new JsonObject { ["voice"] = new JsonObject { ["file_id"] = "v", ["file_unique_id"] = "uv", ["duration"] = 3 } });

    /// <summary>Changes the last message that was said.</summary>
    public int Edit(string text)
    {
        var message = Message(lastSaid, new JsonObject { ["text"] = text });
        message["edit_date"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        return telegram.Deliver(new JsonObject { ["edited_message"] = message });
    }

    /// <summary>Presses the newest button of that label, ignoring case and accents.</summary>
    public int Tap(string label) => Press(Find(label, newest: true));

    /// <summary>Presses the oldest button of that label still on the screen.</summary>
    public int TapOld(string label) => Press(Find(label, newest: false));

    /// <summary>The next message of the bot that has not been looked at, or one that the bot edited; waits for it.</summary>
    public async Task<ScreenMessage> NextAsync()
    {
        while (true)
        {
            Task waiting;
            lock (gate)
            {
                if (looked < shown.Count)
                    return shown[looked++];
                waiting = news.Task;
            }

            await waiting.WaitAsync(Patience);
        }
    }

    /// <summary>Looks at the bot's messages until one holds the words.</summary>
    public async Task<ScreenMessage> UntilAsync(string words)
    {
        while (true)
        {
            var message = await NextAsync();
            if (message.Text.Contains(words, StringComparison.Ordinal))
                return message;
        }
    }

    /// <summary>Looks at the screen until a message on it says exactly this, new or edited.</summary>
    public async Task<ScreenMessage> UntilScreenAsync(string text)
    {
        while (true)
        {
            Task waiting;
            lock (gate)
            {
                if (screen.Find(m => m.Text == text) is { } message)
                    return message;
                waiting = news.Task;
            }

            await waiting.WaitAsync(Patience);
        }
    }

    internal void Show(ScreenMessage message)
    {
        lock (gate)
        {
            screen.Add(message);
            shown.Add(message);
            Ring();
        }
    }

    internal bool Change(int id, string text, IReadOnlyList<(string Label, string Data)> buttons)
    {
        lock (gate)
        {
            var at = screen.FindIndex(m => m.Id == id);
            if (at < 0)
                return false;
            screen[at] = screen[at] with { Text = text, Buttons = buttons };
            shown.Add(screen[at]);
            Ring();
            return true;
        }
    }

    // Only what is said is looked at one by one; buttons come and go silently.
    internal void ChangeButtons(int id, IReadOnlyList<(string Label, string Data)> buttons)
    {
        lock (gate)
        {
            var at = screen.FindIndex(m => m.Id == id);
            screen[at] = screen[at] with { Buttons = buttons };
            Ring();
        }
    }

    private void Ring()
    {
        news.TrySetResult();
        news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private (ScreenMessage Message, string Data) Find(string label, bool newest)
    {
        var wanted = Folding.Fold(label);
        var messages = newest ? Screen.Reverse() : Screen;
        foreach (var message in messages)
            foreach (var button in message.Buttons)
                if (Folding.Fold(button.Label) == wanted)
                    return (message, button.Data);
        throw new InvalidOperationException($"no button {label} on: {string.Join(" | ", Screen.Select(m => m.Text))}");
    }

    private int Press((ScreenMessage Message, string Data) button) => PressData(button.Data, button.Message.Id);

    /// <summary>Sends any data as if a button had carried it.</summary>
    public int PressData(string data, int messageId = 1) => Press(data, Message(messageId, new JsonObject { ["text"] = "?" }));

    /// <summary>Presses a button of a message that Telegram gives access to no more.</summary>
    public int PressInaccessible(string data, int messageId) => Press(data, new JsonObject { ["message_id"] = messageId, ["date"] = 0, ["chat"] = new JsonObject { ["id"] = ChatId, ["type"] = "private" } });

    private int Press(string data, JsonObject message) => telegram.Deliver(new JsonObject
    {
        ["callback_query"] = new JsonObject { ["id"] = telegram.NextPressId(), ["from"] = From(), ["chat_instance"] = "1", ["data"] = data, ["message"] = message },
    });

    /// <summary>When what is said next was said; null for now.</summary>
    public DateTimeOffset? SaidAt { get; set; }

    /// <summary>Changes the last message to any content.</summary>
    public int SendEdited(JsonObject content)
    {
        var message = Message(lastSaid, content);
        message["edit_date"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        return telegram.Deliver(new JsonObject { ["edited_message"] = message });
    }

    /// <summary>Sends a message of any content.</summary>
    public int Send(JsonObject content)
    {
        lastSaid = telegram.NextMessageId();
        return telegram.Deliver(new JsonObject { ["message"] = Message(lastSaid, content) });
    }

    private JsonObject Message(int id, JsonObject content)
    {
        content["message_id"] = id;
        content["date"] = (SaidAt ?? DateTimeOffset.UtcNow).ToUnixTimeSeconds();
        content["chat"] = new JsonObject { ["id"] = ChatId, ["type"] = "private", ["first_name"] = CanaryName };
        content["from"] = From();
        return content;
    }

    private JsonObject From() => new() { ["id"] = ChatId, ["is_bot"] = false, ["first_name"] = CanaryName, ["username"] = CanaryName + ChatId };
}
