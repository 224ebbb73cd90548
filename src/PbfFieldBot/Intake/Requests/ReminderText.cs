using System.Globalization;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Expected;
using PbfFieldBot.People;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Intake.Requests;

/// <summary>What an overdue partner reads: what is missing, and one tap to report, to say that there is nothing, or to be asked later.</summary>
internal static class ReminderText
{
    public static Reply Of(ExpectedState state)
    {
        var text = AppPhrases.Text("reminder.overdue", ("name", state.Person.Name), ("title", state.Report.Title), ("period", FrenchDays.Period(state.Period)));
        return new Reply(text, [[NothingButton(state.Report, state.Period)], [RequestPress.Button(AppPhrases.Text("reminder.tomorrow"), ScheduleRequest.Tomorrow, state.Person.Id)]]);
    }

    // The period's first day is in the button, so that an old one still says which period it was about.
    public static Button NothingButton(ExpectedReport report, ExpectedPeriod period) => RequestPress.Button(
        AppPhrases.Text(period.Every is Rhythm.Week ? "reminder.nothing_week" : "reminder.nothing_month"),
        ScheduleRequest.Nothing,
        long.Parse(period.First.ToString("yyyyMMdd", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        report.Name);
}
