using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.Expected;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Intake.Requests;

/// <summary>What a partner says about expected reports: nothing to report, a pause, back again, "rappelle-moi vendredi a 18h".</summary>
internal sealed class ScheduleRequest(ExpectedPlan plan, ConversationEngine engine, Areas areas)
{
    public const string Nothing = "n";
    public const string PauseFor = "z";
    public const string Tomorrow = "t";
    private const int ReminderHour = 9;
    private const int LongestPause = 366;
    private static readonly HashSet<string> NothingWords = Words("request_words.nothing");
    private static readonly HashSet<string> NothingBeforeWords = Words("request_words.nothing_before");
    private static readonly HashSet<string> PauseWords = Words("request_words.pause");
    private static readonly HashSet<string> BackWords = Words("request_words.back");
    private static readonly HashSet<string> RemindWords = Words("request_words.remind");

    /// <summary>Takes words without a slash; false when they are none of these.</summary>
    public async Task<bool> TakeWordsAsync(Asking asking, string text)
    {
        var folded = Folding.Fold(text);
        var isTalking = asking.Known.State.Active is not null;
        if (RemindWords.FirstOrDefault(w => Begins(folded, w)) is { } remind)
            return await RemindAsync(asking, folded[remind.Length..]);
        if (asking.Person.Role is not Role.Partner)
            return false;
        if (PauseWords.FirstOrDefault(w => Begins(folded, w)) is { } pause && FrenchMoments.Days(folded[pause.Length..]) is not null)
            return await PauseAsync(asking, folded[pause.Length..]);
        if (isTalking)
            return false;
        if (BackWords.Contains(folded))
            return await BackAsync(asking, "");
        if (NothingBeforeWords.Contains(folded))
            return await NothingAsync(asking, before: true);
        return NothingWords.Contains(folded) && await NothingAsync(asking, before: false);
    }

    public Task<bool> NothingAsync(Asking asking, string rest) => NothingAsync(asking, NothingBeforeWords.Contains(Folding.Fold(rest)));

    public async Task<bool> PauseAsync(Asking asking, string rest)
    {
        // A bare "/pause" in the middle of a report means "plus tard".
        if (asking.Known.State.Active is not null && rest.Length == 0)
            return false;
        var today = DateOnly.FromDateTime(asking.Local.DateTime);
        var until = FrenchMoments.Days(rest) is { } days ? today.AddDays(days) : FrenchMoments.Read(rest, asking.Local.DateTime) is { } moment ? DateOnly.FromDateTime(moment) : (DateOnly?)null;
        if (until is { } day && day > today)
            await PauseUntilAsync(asking, today, day);
        else
            asking.Say(Say("pause_how_long"), [.. new[] { 7, 14, 30 }.Select(d => RequestPress.Button(Say("pause_" + d), PauseFor, d))]);
        return true;
    }

    public async Task<bool> BackAsync(Asking asking, string rest)
    {
        var today = DateOnly.FromDateTime(asking.Local.DateTime);
        var ended = await asking.Db.Pauses.Where(p => p.PersonId == asking.Person.Id && p.Until > today).ExecuteUpdateAsync(p => p.SetProperty(x => x.Until, today), asking.Stop);
        if (ended == 0)
            return false;
        asking.Say(Say("back"));
        return true;
    }

    public async Task<bool> RemindAsync(Asking asking, string rest)
    {
        if (FrenchMoments.Read(rest, asking.Local.DateTime) is not { } moment)
        {
            asking.Say(Say("when"));
            return true;
        }

        await RemindAtAsync(asking, moment);
        return true;
    }

    public async Task<bool> TakePressAsync(Asking asking, RequestPress press)
    {
        var today = DateOnly.FromDateTime(asking.Local.DateTime);
        switch (press.Does)
        {
            case PauseFor when press.Number is > 0 and <= LongestPause:
                await PauseUntilAsync(asking, today, today.AddDays((int)press.Number));
                return true;
            case Tomorrow when press.Number == asking.Person.Id:
                await RemindAtAsync(asking, asking.Local.Date.AddDays(1).AddHours(ReminderHour));
                return true;
            case Nothing when plan.For(asking.Person.Kind).FirstOrDefault(r => r.Name == press.Word) is { } report && PeriodOf(report, press.Number, today) is { } period:
                await SayNothingAsync(asking, [(report, period)]);
                return true;
            default:
                return false;
        }
    }

    private static ExpectedPeriod? PeriodOf(ExpectedReport report, long first, DateOnly today) =>
        DateOnly.TryParseExact(first.ToString(CultureInfo.InvariantCulture), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day <= today ? ExpectedPeriod.Of(report.Every, day) : null;

    private async Task<bool> NothingAsync(Asking asking, bool before)
    {
        if (asking.Person.Role is not Role.Partner)
        {
            asking.Say(Say("partners_only"));
            return true;
        }

        var today = DateOnly.FromDateTime(asking.Local.DateTime);
        await SayNothingAsync(asking, [.. plan.For(asking.Person.Kind).Select(r => (r, ExpectedPeriod.Of(r.Every, today))).Select(p => before ? (p.r, p.Item2.Before) : p)]);
        return true;
    }

    private static async Task SayNothingAsync(Asking asking, IReadOnlyList<(ExpectedReport Report, ExpectedPeriod Period)> reports)
    {
        foreach (var (report, period) in reports)
            if (await asking.Db.NilReports.FindAsync([asking.Person.Id, report.Name, period.Key], asking.Stop) is null)
                asking.Db.NilReports.Add(new NilReport { PersonId = asking.Person.Id, Expected = report.Name, Period = period.Key, At = asking.Update.SentAt.UtcTicks });
        await asking.Db.SaveChangesAsync(asking.Stop);
        asking.Say(reports.Count == 0 ? Say("nothing_expected") : string.Join('\n', reports.Select(r => Say("nothing_noted", ("period", FrenchDays.Period(r.Period)))).Distinct()));
    }

    // One pause at a time: the new one ends the old.
    private static async Task PauseUntilAsync(Asking asking, DateOnly today, DateOnly until)
    {
        await asking.Db.Pauses.Where(p => p.PersonId == asking.Person.Id && p.Until > today).ExecuteUpdateAsync(p => p.SetProperty(x => x.Until, today), asking.Stop);
        asking.Db.Pauses.Add(new Pause { PersonId = asking.Person.Id, From = today, Until = until });
        await asking.Db.SaveChangesAsync(asking.Stop);
        asking.Say(Say("paused", ("day", FrenchDays.Long(until))));
    }

    // What is being filled in waits too.
    private async Task RemindAtAsync(Asking asking, DateTime moment)
    {
        var known = asking.Known;
        if (known.State.Active is not null)
            known.State = engine.Take(known.State, new Message(AppPhrases.Text("request_words.later")), known.Speaker(areas), asking.Local).State;
        var kept = known.State is { Active: null, Paused.IsEmpty: false };
        var due = new DateTimeOffset(moment, asking.Local.Offset).UtcTicks;
        var words = new Reply(Say(kept ? "asked_to_finish" : "asked"), kept ? [[new Button(Say("resume"), ButtonData.Write(0, nameof(Command.Resume)))]] : []);
        var reminder = OutgoingMessage.To(asking.Person, words, SendPriority.Reminder, asking.Batch.Now);
        if (!await asking.Db.Outbox.AnyAsync(m => m.Channel == asking.Person.Channel && m.ChatId == asking.Person.ChatId && m.DueAt == due && m.Text == reminder.Text, asking.Stop))
        {
            reminder.DueAt = due;
            asking.Batch.Send([reminder]);
        }

        asking.Say(Say(kept ? "will_remind_to_finish" : "will_remind", ("moment", FrenchDays.Moment(moment))));
    }

    private static bool Begins(string folded, string words) => folded.StartsWith(words, StringComparison.Ordinal) && (folded.Length == words.Length || folded[words.Length] == ' ');

    private static HashSet<string> Words(string key) => [.. AppPhrases.Text(key).Split(',').Select(Folding.Fold)];

    private static string Say(string key, params ReadOnlySpan<(string Name, object? Value)> values) => AppPhrases.Text("reminder." + key, values);
}
