using System.Text;
using System.Text.Json.Nodes;

namespace PbfFieldBot.TestKit.Telegram;

/// <summary>What the bot sends and edits, by the Bot API's rules on texts and buttons.</summary>
public sealed partial class FakeTelegram
{
    private (int Status, JsonObject Answer) Send(JsonObject body, UploadedFile? upload)
    {
        if ((upload is null ? Wrong(body) : WrongCaption(body)) is { } why)
            return (400, Error(400, "Bad Request: " + why));
        var chat = (long)body["chat_id"]!;
        if (chat < 0)
            return Ok(MessageOf(NextMessageId(), chat, (string?)body["text"] ?? ""));
        if (!phones.TryGetValue(chat, out var phone))
            return (400, Error(400, "Bad Request: chat not found"));
        if (phone.HasBlocked)
            return (403, Error(403, "Forbidden: bot was blocked by the user"));
        var id = NextMessageId();
        var text = (string?)body[upload is null ? "text" : "caption"] ?? "";
        phone.Show(new ScreenMessage(id, text, ButtonsOf(body)) { File = upload, Silent = (bool?)body["disable_notification"] ?? false });
        return Ok(MessageOf(id, chat, text));
    }

    private (int Status, JsonObject Answer) Edit(JsonObject body)
    {
        if (Wrong(body) is { } why)
            return (400, Error(400, "Bad Request: " + why));
        var (chat, id) = ((long)body["chat_id"]!, (int)body["message_id"]!);
        if (!phones.TryGetValue(chat, out var phone) || phone.Screen.FirstOrDefault(m => m.Id == id) is not { } shown)
            return (400, Error(400, "Bad Request: message to edit not found"));
        if (shown.Text == (string)body["text"]! && shown.Buttons.SequenceEqual(ButtonsOf(body)))
            return (400, Error(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message"));
        phone.Change(id, (string)body["text"]!, ButtonsOf(body));
        return Ok(MessageOf(id, chat, (string)body["text"]!));
    }

    private (int Status, JsonObject Answer) EditButtons(JsonObject body)
    {
        var (chat, id) = ((long)body["chat_id"]!, (int)body["message_id"]!);
        if (!phones.TryGetValue(chat, out var phone) || phone.Screen.FirstOrDefault(m => m.Id == id) is not { } shown)
            return (400, Error(400, "Bad Request: message to edit not found"));
        phone.ChangeButtons(id, ButtonsOf(body));
        return Ok(MessageOf(id, chat, shown.Text));
    }

    private static string? WrongCaption(JsonObject body)
    {
        if (((string?)body["caption"] ?? "").Length > 1024)
            return "message caption is too long";
        return ButtonsOf(body).Any(b => Encoding.UTF8.GetByteCount(b.Data) is < 1 or > 64) ? "BUTTON_DATA_INVALID" : null;
    }

    private static string? Wrong(JsonObject body)
    {
        var text = (string?)body["text"] ?? "";
        if (string.IsNullOrWhiteSpace(text))
            return "message text is empty";
        if (text.Length > 4096)
            return "message is too long";
        return ButtonsOf(body).Any(b => Encoding.UTF8.GetByteCount(b.Data) is < 1 or > 64) ? "BUTTON_DATA_INVALID" : null;
    }

    private static List<(string Label, string Data)> ButtonsOf(JsonObject body) => body["reply_markup"]?["inline_keyboard"] is JsonArray rows
        ? [.. rows.SelectMany(r => r!.AsArray()).Select(b => ((string)b!["text"]!, (string?)b["callback_data"] ?? ""))]
        : [];

    private static JsonObject MessageOf(int id, long chat, string text) => new()
    {
        ["message_id"] = id,
        ["date"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
        ["chat"] = new JsonObject { ["id"] = chat, ["type"] = "private" },
        ["text"] = text,
    };
}
