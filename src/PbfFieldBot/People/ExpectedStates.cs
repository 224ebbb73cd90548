using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Expected;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.People;

/// <summary>How a partner stands with an expected report: four different things, and not yet due.</summary>
public enum Standing
{
    Reported,

    /// <summary>Said that there is nothing to report.</summary>
    Nil,
    Paused,

    /// <summary>Overdue.</summary>
    Silent,
    Awaited,
}

/// <summary>One expected report of one partner on a day. <paramref name="Period"/> is the one that it is about: for an overdue one the one that was missed.</summary>
public sealed record ExpectedState(Person Person, ExpectedReport Report, ExpectedPeriod Period, Standing Standing, DateOnly? PausedUntil)
{
    public DateOnly Due => Report.DueIn(Period);
}

/// <summary>Who has reported, said that there is nothing, paused or is silent, on any day. A colleague's report of the same organisation is enough; one that comes late ends the silence.</summary>
public sealed class ExpectedStates(ExpectedPlan plan, TimeZoneInfo zone)
{
    /// <summary>The state of each partner's expected reports at the end of a day (for today: by now); partners of whom nothing is expected are not in it.</summary>
    /// <param name="area">Partners of this area; people of the whole project see all.</param>
    public async Task<IReadOnlyList<ExpectedState>> OnAsync(FieldDb db, DateOnly day, string area, CancellationToken stop)
    {
        if (plan.Reports.Count == 0)
            return [];
        var until = Ticks(day.AddDays(1));
        var everybody = await db.People.AsNoTracking().Where(p => p.Role == Role.Partner && p.JoinedAt < until).OrderBy(p => p.Id).ToListAsync(stop);
        var told = await ToldAsync(db, day, until, everybody, stop);
        return [.. everybody.Where(p => (p.RevokedAt is null || p.RevokedAt >= until) && Areas.Covers(area, p.Area)).SelectMany(p => plan.For(p.Kind).Select(r => StateOf(p, r, day, told)))];
    }

    // The earliest period that can matter begins before the last month.
    private async Task<Told> ToldAsync(FieldDb db, DateOnly day, long until, List<Person> everybody, CancellationToken stop)
    {
        var from = Ticks(ExpectedPeriod.Of(Rhythm.Month, day).Before.First);
        var sent = await db.Submissions.AsNoTracking().Where(s => s.SentAt >= from && s.SentAt < until && s.Status != SubmissionStatus.Rejected)
            .Select(s => new { s.PersonId, s.OrganisationId, s.Kind, s.SentAt }).ToListAsync(stop);
        var nils = await db.NilReports.AsNoTracking().Where(n => n.At >= from && n.At < until).ToListAsync(stop);
        var pauses = await db.Pauses.AsNoTracking().ToListAsync(stop);
        var organisations = everybody.ToDictionary(p => p.Id, p => p.OrganisationId);
        return new Told(
            sent.ToLookup(s => Who(s.PersonId, s.OrganisationId), s => (s.Kind, s.SentAt)),
            nils.ToLookup(n => Who(n.PersonId, organisations.GetValueOrDefault(n.PersonId))),
            pauses.ToLookup(p => p.PersonId));
    }

    private ExpectedState StateOf(Person person, ExpectedReport report, DateOnly day, Told told)
    {
        var (now, pause) = (ExpectedPeriod.Of(report.Every, day), told.PauseOn(person, day));
        var standing = Given(person, report, now, told) ?? (pause is not null ? Standing.Paused : null);
        if (standing is not null || report.DueIn(now) < day)
            return new(person, report, now, standing ?? (IsExpected(person, report, now, told) ? Standing.Silent : Standing.Awaited), pause?.Until);
        var missed = now.Before;
        return IsExpected(person, report, missed, told) && Given(person, report, missed, told) is null
            ? new(person, report, missed, Standing.Silent, null)
            : new(person, report, now, Standing.Awaited, null);
    }

    // What came since the period began counts for it, also when it came late.
    private Standing? Given(Person person, ExpectedReport report, ExpectedPeriod period, Told told)
    {
        var (who, from) = (Who(person.Id, person.OrganisationId), Ticks(period.First));
        if (told.Sent[who].Any(s => s.SentAt >= from && report.Reports.Contains(s.Kind)))
            return Standing.Reported;
        return told.Nils[who].Any(n => n.Expected == report.Name && (n.Period == period.Key || n.At >= from)) ? Standing.Nil : null;
    }

    // Of somebody who came in during a period nothing is expected for it; a pause over the due day lifts it.
    private bool IsExpected(Person person, ExpectedReport report, ExpectedPeriod period, Told told) =>
        person.JoinedAt < Ticks(period.First.AddDays(1)) && told.PauseOn(person, report.DueIn(period)) is null;

    private long Ticks(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), zone).Ticks;

    private static (long? Organisation, long? Person) Who(long person, long? organisation) => organisation is null ? (null, person) : (organisation, null);

    private sealed record Told(ILookup<(long?, long?), (string Kind, long SentAt)> Sent, ILookup<(long?, long?), NilReport> Nils, ILookup<long, Pause> Pauses)
    {
        public Pause? PauseOn(Person person, DateOnly day) => Pauses[person.Id].FirstOrDefault(p => p.From <= day && day < p.Until);
    }
}
