using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace PbfFieldBot.Channels.Telegram;

/// <summary>One update as it came: read by the library, or only its text when the library cannot.</summary>
internal sealed record RawUpdate(int Id, Update? Update, JsonElement Text = default)
{
    /// <summary>One element of an answer; null when it has no number, so that nothing can ever confirm it.</summary>
    public static RawUpdate? Of(JsonElement text)
    {
        if (text.ValueKind is not JsonValueKind.Object || !text.TryGetProperty("update_id", out var number) || number.ValueKind is not JsonValueKind.Number || !number.TryGetInt32(out var id))
            return null;
        try
        {
            return new RawUpdate(id, text.Deserialize<Update>(JsonBotAPI.Options), text);
        }
        catch (JsonException)
        {
            return new RawUpdate(id, null, text);
        }
    }

    /// <summary>The update that was set aside word for word, read again; null when this version cannot read it either.</summary>
    public static ChannelUpdate? Again(string text, DateTimeOffset now)
    {
        using var json = JsonDocument.Parse(text);
        return Of(json.RootElement) is { Update: not null } readable ? readable.Read(now) : null;
    }

    /// <summary>Our form of it; null for kinds that mean nothing to us.</summary>
    public ChannelUpdate? Read(DateTimeOffset now) =>
        Update is { } update ? TelegramUpdates.Of(update, now) : new ChannelUpdate(TelegramChannel.ChannelName, Id, ChatOf(Text), 0, now, new Garbled(Text.GetRawText()));

    // Whose it is can often still be read: message.chat.id, or callback_query.from.id.
    private static long ChatOf(JsonElement text)
    {
        foreach (var content in text.EnumerateObject().Where(p => p.Value.ValueKind is JsonValueKind.Object))
            foreach (var owner in new[] { "chat", "from" })
                if (content.Value.TryGetProperty(owner, out var who) && who.ValueKind is JsonValueKind.Object
                    && who.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.Number && id.TryGetInt64(out var chat))
                    return chat;
        return 0;
    }
}
