using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Outbox;
using PbfFieldBot.Texts;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace PbfFieldBot.Channels.Telegram;

/// <summary>Sets the menu of commands: the partners' for all, a longer one in the chats of coordinators and administrators; and learns the bot's name, for invitations' links.</summary>
internal sealed class TelegramMenus(ITelegramBotClient client, FieldDatabase database, BotAddress address, Bell arrivals, TimeProvider clock, ILogger<TelegramMenus> log) : BackgroundService
{
    private static readonly string[] Partners = ["menu", "aide", "reprendre", "annuler", "mesrapports", "rien", "pause", "mesdonnees"];
    private static readonly string[] Staff = ["menu", "aide", "avalider", "resume", "indicateurs", "rapport", "inviter", "revoquer", "reprendre", "annuler", "mesrapports", "mesdonnees"];
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(10);
    private readonly HashSet<long> staffChats = [];
    private bool forAllIsSet;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var rest = LongestRest;
            try
            {
                await SetAsync(stoppingToken);
            }
            catch (Exception trouble) when (!stoppingToken.IsCancellationRequested)
            {
                log.MenusNotSet(trouble.GetType().Name);
                rest = AfterTrouble;
            }

            await arrivals.WaitAsync(rest, clock, stoppingToken);
        }
    }

    private async Task SetAsync(CancellationToken stop)
    {
        address.Name ??= (await client.GetMe(stop)).Username;
        if (!forAllIsSet)
            await client.SetMyCommands(Menu(Partners), cancellationToken: stop);
        forAllIsSet = true;
        await using var db = database.NewContext();
        var staff = await db.People.AsNoTracking()
            .Where(p => p.Channel == TelegramChannel.ChannelName && p.Role != Role.Partner && p.RevokedAt == null && !p.Unreachable).Select(p => p.ChatId).ToListAsync(stop);
        foreach (var chat in staff.Except(staffChats).ToList())
        {
            await client.SetMyCommands(Menu(Staff), new BotCommandScopeChat { ChatId = chat }, cancellationToken: stop);
            staffChats.Add(chat);
        }

        foreach (var chat in staffChats.Except(staff).ToList())
        {
            await client.DeleteMyCommands(new BotCommandScopeChat { ChatId = chat }, cancellationToken: stop);
            staffChats.Remove(chat);
        }
    }

    private static IEnumerable<BotCommand> Menu(string[] names) => names.Select(n => new BotCommand(n, AppPhrases.Text("telegram.commands." + n)));
}
