using Microsoft.Extensions.Logging;
using PbfFieldBot.Intake;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace PbfFieldBot.Channels.Telegram;

/// <summary>Brings Telegram's updates to the intake. Only after the commit presses are answered and groups left.</summary>
internal sealed class TelegramIntake(ITelegramBotClient sender, UpdateHandler intake, TimeProvider clock, ILogger<TelegramIntake> log)
{
    private const int Remembered = 1000;
    private readonly HashSet<string> answered = [];
    private readonly TelegramGroups groups = new(sender, log);

    /// <summary>Handles updates in their order; when this returns they may be confirmed.</summary>
    public async Task HandleAsync(IReadOnlyList<RawUpdate> updates, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await intake.HandleAsync(Pastes.Joined([.. updates.Select(u => u.Read(now)).OfType<ChannelUpdate>()]), stop);
        foreach (var update in updates.Select(u => u.Update).OfType<Update>())
        {
            if (update.CallbackQuery is { } press && IsFirst(press.Id))
                _ = AnswerAsync(press.Id, stop);
            if (TelegramGroups.Of(update) is { } group)
                _ = groups.LeaveAsync(group, stop);
        }
    }

    // An update that comes again, perhaps after a restart, is answered again at most once.
    private bool IsFirst(string press)
    {
        if (answered.Count == Remembered)
            answered.Clear();
        return answered.Add(press);
    }

    // The button keeps its clock until it is answered; a press that is too old to be answered harms nobody.
    private async Task AnswerAsync(string press, CancellationToken stop)
    {
        try
        {
            await sender.AnswerCallbackQuery(press, cancellationToken: stop);
        }
        catch (Exception trouble)
        {
            log.PressNotAnswered(trouble.GetType().Name);
        }
    }
}
