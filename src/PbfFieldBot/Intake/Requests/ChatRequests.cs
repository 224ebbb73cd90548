using Microsoft.Extensions.Logging;
using PbfFieldBot.Channels;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Intake.Requests;

/// <summary>Something that a person asks for by /command.</summary>
/// <param name="Name">The command without accents, "inviter".</param>
/// <param name="Staff">True: for coordinators and administrators only.</param>
/// <param name="TakeAsync">Does it; the text is what follows the command. False: not now, the talk takes the words.</param>
internal sealed record ChatRequest(string Name, bool Staff, Func<Asking, string, Task<bool>> TakeAsync);

/// <summary>All that people ask for beside reports: one list of commands, and the buttons that belong to them. Rights are looked at on each command and each press.</summary>
internal sealed class ChatRequests(InviteRequest invite, RevokeRequest revoke, OwnDataRequest own, ScheduleRequest schedule, TimeZoneInfo zone, ILogger<ChatRequests> log)
{
    private readonly Dictionary<string, ChatRequest> requests = new ChatRequest[]
    {
        new("inviter", true, invite.BeginAsync),
        new("revoquer", true, revoke.BeginAsync),
        new("mesdonnees", false, own.ShowAsync),
        new("refuser", false, own.AskToLeaveAsync),
        new("rien", false, schedule.NothingAsync),
        new("pause", false, schedule.PauseAsync),
        new("reprise", false, schedule.BackAsync),
        new("rappel", false, schedule.RemindAsync),
        new("resume", true, ErrandAsync),
        new("indicateurs", true, ErrandAsync),
        new("rapport", true, ErrandAsync),
    }.ToDictionary(r => r.Name);

    /// <summary>True when the words were a request, or answered one.</summary>
    public async Task<bool> TakeWordsAsync(IntakeBatch batch, Known known, string text, ChannelUpdate update, CancellationToken stop)
    {
        var asking = AskingOf(batch, known, update, stop);
        if (CommandOf(text) is var (name, rest) && requests.TryGetValue(name, out var request))
        {
            if (!request.Staff || known.Person.Role is not Role.Partner)
                return await request.TakeAsync(asking, rest);
            log.AskedWithoutRight(known.Person.Id, request.Name);
            asking.Say(AppPhrases.Text("requests.not_for_you"));
            return true;
        }

        return known.Person.Role is not Role.Partner && await invite.TakeAnswerAsync(asking, text) || await schedule.TakeWordsAsync(asking, text);
    }

    /// <summary>True when the press belonged to a request.</summary>
    public async Task<bool> TakePressAsync(IntakeBatch batch, Known known, string data, ChannelUpdate update, CancellationToken stop)
    {
        if (RequestPress.Read(data) is not { } press)
            return false;
        var asking = AskingOf(batch, known, update, stop);
        var taken = press.Does switch
        {
            InviteRequest.Answer or InviteRequest.Withdraw when known.Person.Role is not Role.Partner => await invite.TakePressAsync(asking, press),
            RevokeRequest.Pick or RevokeRequest.Confirm or RevokeRequest.WithdrawInvitation when known.Person.Role is not Role.Partner => await revoke.TakePressAsync(asking, press),
            OwnDataRequest.Leave or OwnDataRequest.Stay => await own.TakePressAsync(asking, press),
            ScheduleRequest.Nothing or ScheduleRequest.PauseFor or ScheduleRequest.Tomorrow => await schedule.TakePressAsync(asking, press),
            _ => false,
        };
        if (!taken)
        {
            log.PressedWithoutRight(known.Person.Id, press.Does);
            asking.Say(AppPhrases.Text("intake.unknown_button"));
        }

        return true;
    }

    // Made after the commit: reading all figures or filling a Word file would hold up everybody.
    private static Task<bool> ErrandAsync(Asking asking, string rest)
    {
        if (asking.Update.What is Said { Input: Message { Text: var text } } && CommandOf(text) is var (name, _))
            asking.Batch.Fetch(asking.Update, asking.Person, "", FilePurpose.Errand, name);
        return Task.FromResult(true);
    }

    private Asking AskingOf(IntakeBatch batch, Known known, ChannelUpdate update, CancellationToken stop) => new(batch, known, update, TimeZoneInfo.ConvertTime(update.SentAt, zone), stop);

    // "/inviter", "/Revoquer Aminata", "/aide@pbf_field_bot".
    private static (string Name, string Words)? CommandOf(string text)
    {
        if (!text.StartsWith('/'))
            return null;
        var parts = text[1..].Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length == 0 ? null : (Folding.Fold(parts[0].Split('@')[0]).Replace(" ", "", StringComparison.Ordinal), parts.ElementAtOrDefault(1) ?? "");
    }
}
