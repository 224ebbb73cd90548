using PbfFieldBot.Engine.Dialogs.Questions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace PbfFieldBot.Channels.Telegram;

/// <summary>Turns Telegram's updates into ours. Names, user names, pictures and forwards' origins are never read.</summary>
internal static class TelegramUpdates
{
    /// <summary>The kinds of update that the bot asks for.</summary>
    public static UpdateType[] Wanted { get; } = [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.MyChatMember];

    /// <summary>Our form of an update; null for kinds that mean nothing to us (they are confirmed and forgotten).</summary>
    public static ChannelUpdate? Of(Update update, DateTimeOffset now) => update switch
    {
        { Message: { } message } => OfMessage(update.Id, message, edited: false),
        { EditedMessage: { } message } => OfMessage(update.Id, message, edited: true),
        { CallbackQuery: { } press } => OfPress(update.Id, press, now),
        { MyChatMember: { Chat.Type: ChatType.Private } change } => new ChannelUpdate(
            TelegramChannel.ChannelName, update.Id, change.Chat.Id, 0, Utc(change.Date), new Reachable(change.NewChatMember.Status is not (ChatMemberStatus.Kicked or ChatMemberStatus.Left))),
        _ => null,
    };

    private static ChannelUpdate? OfMessage(long id, global::Telegram.Bot.Types.Message message, bool edited)
    {
        // Groups are left by the channel itself; a live location "edits" its message every few seconds.
        if (message.From is { IsBot: true } || message.Chat.Type is not ChatType.Private || (edited && message.Location is not null))
            return null;
        Happening what = edited ? new Edited(Clean(message.Text ?? message.Caption ?? "")) : Said(message);
        return new ChannelUpdate(TelegramChannel.ChannelName, id, message.Chat.Id, message.Id, Utc(message.Date), what);
    }

    private static Happening Said(global::Telegram.Bot.Types.Message message)
    {
        if (IsOfSomebodyElse(message) && (message.Text ?? message.Caption) is { } words)
            return new Forwarded(Clean(words));
        if (message.Text is { } text)
            return StartCode(text) is { } code ? new Started(code) : new Said(new Engine.Dialogs.Questions.Message(Clean(text)));
        if (message is { Animation: null, Document: { } document } && !IsPicture(document))
            return new SentDocument(document.FileId, Clean(document.FileName ?? ""), document.FileSize, Clean(message.Caption ?? ""));
        return new Said(message switch
        {
            { Animation: null, Document: { } picture } => new Photo(picture.FileId, Clean(message.Caption ?? "")),
            { Photo: { Length: > 0 } sizes } => new Photo(sizes[^1].FileId, Clean(message.Caption ?? "")),
            { Location: { } place, Venue: null } => new Point(Rounded(place.Latitude), Rounded(place.Longitude), place.HorizontalAccuracy),
            { Voice: not null } or { Audio: not null } => new Unreadable("voice"),
            { Video: not null } or { VideoNote: not null } or { Animation: not null } => new Unreadable("video"),
            { Sticker: not null } => new Unreadable("sticker"),
            { Contact: not null } => new Unreadable("contact"),
            _ => new Unreadable("other"),
        });
    }

    // Forwarded, or written by another bot through "via". Who said it first is never read.
    private static bool IsOfSomebodyElse(global::Telegram.Bot.Types.Message message) => message.ForwardOrigin is not null || message.ViaBot is not null;

    // About a hundred metres: the commune is told by it, a house is not.
    private static double Rounded(double degrees) => Math.Round(degrees, 3);

    // A picture sent "as a file" is a photo like any other.
    private static bool IsPicture(Document document) => document.MimeType is "image/jpeg" or "image/png" or "image/webp" && document.FileSize is null or <= IncomingFiles.LargestBytes;

    private static ChannelUpdate? OfPress(long id, CallbackQuery press, DateTimeOffset now) => press.From.IsBot
        ? null
        : new ChannelUpdate(TelegramChannel.ChannelName, id, press.Message?.Chat.Id ?? press.From.Id, ReachableMessage(press), now, new Pressed(press.Data));

    // A message that Telegram gives access to no more comes without a date: nothing can be done to it.
    private static int ReachableMessage(CallbackQuery press) => press.Message is { } message && message.Date > DateTime.UnixEpoch ? message.Id : 0;

    // "/start CODE", also "/start@name CODE".
    private static string? StartCode(string text)
    {
        if (!text.StartsWith("/start", StringComparison.OrdinalIgnoreCase))
            return null;
        var parts = text.Split(' ', 2, StringSplitOptions.TrimEntries);
        return parts[0].Length == 6 || parts[0][6] == '@' ? parts.ElementAtOrDefault(1) ?? "" : null;
    }

    /// <summary>One form for all text: NFC, without control characters and marks that turn the reading direction.</summary>
    private static string Clean(string text) => TextForm.Clean(text);

    private static DateTimeOffset Utc(DateTime date) => new(DateTime.SpecifyKind(date, DateTimeKind.Utc));
}
