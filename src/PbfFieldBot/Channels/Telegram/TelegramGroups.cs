using Microsoft.Extensions.Logging;
using PbfFieldBot.Texts;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace PbfFieldBot.Channels.Telegram;

/// <summary>The bot works in private. Put into a group, it says so once and leaves; nothing said there is read, answered or kept.</summary>
internal sealed class TelegramGroups(ITelegramBotClient sender, ILogger log)
{
    private const int Remembered = 1000;
    private readonly HashSet<long> told = [];

    /// <summary>The group or channel in which an update happened while the bot is there; null for private talk.</summary>
    public static Chat? Of(Update update) => update switch
    {
        { Message.Chat: { Type: not ChatType.Private } chat } => chat,
        { EditedMessage.Chat: { Type: not ChatType.Private } chat } => chat,
        { MyChatMember: { Chat: { Type: not ChatType.Private } chat, NewChatMember.Status: ChatMemberStatus.Member or ChatMemberStatus.Administrator or ChatMemberStatus.Restricted } } => chat,
        _ => null,
    };

    public async Task LeaveAsync(Chat group, CancellationToken stop)
    {
        try
        {
            if (group.Type is ChatType.Group or ChatType.Supergroup && IsFirst(group.Id))
                await sender.SendMessage(group.Id, AppPhrases.Text("intake.not_private"), cancellationToken: stop);
        }
        catch (Exception trouble)
        {
            log.GroupNotTold(trouble.GetType().Name);
        }

        try
        {
            await sender.LeaveChat(group.Id, stop);
        }
        catch (Exception trouble)
        {
            log.GroupNotLeft(trouble.GetType().Name);
        }
    }

    private bool IsFirst(long group)
    {
        lock (told)
            return told.Count < Remembered && told.Add(group);
    }
}
