using PbfFieldBot.Data;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Reports.Snapshots;

namespace PbfFieldBot.Reports.Exports;

/// <summary>A report in the database as exports read it, living or frozen.</summary>
internal sealed class ExportRow
{
    public long Id { get; init; }

    public required string Receipt { get; init; }

    public required string Kind { get; init; }

    public required string DialogKey { get; init; }

    public long PersonId { get; init; }

    public string? Organisation { get; init; }

    public string? OrganisationKind { get; init; }

    public SubmissionStatus Status { get; init; }

    public int Revision { get; init; }

    public DateOnly Day { get; init; }

    public required string Area { get; init; }

    public required string Answers { get; init; }

    public long SentAt { get; init; }

    /// <summary>The receipt of the report whose event this one confirms: it adds nothing itself.</summary>
    public string? Confirms { get; init; }

    /// <summary>The number and state of the last revision, when it waits beside the one that counts.</summary>
    public int LastRevision { get; init; }

    public SubmissionStatus LastStatus { get; init; }

    /// <summary>The living reports. Of one whose correction waits, the approved revision is told, as it is the one that counts.</summary>
    public static IQueryable<ExportRow> Of(FieldDb db) =>
        from s in db.Submissions
        join o in db.Organisations on s.OrganisationId equals o.Id into organisations
        from o in organisations.DefaultIfEmpty()
        join r in db.Revisions on new { s.Id, Revision = s.KeptRevision ?? 0 } equals new { Id = r.SubmissionId, r.Revision } into kept
        from r in kept.DefaultIfEmpty()
        join f in db.Submissions on s.SameAs equals f.Id into firsts
        from f in firsts.DefaultIfEmpty()
        select new ExportRow
        {
            Id = s.Id,
            Receipt = s.Receipt,
            Kind = s.Kind,
            DialogKey = s.DialogKey,
            PersonId = s.PersonId,
            Organisation = o == null ? null : o.Name,
            OrganisationKind = o == null ? null : o.Kind,
            Status = r == null ? s.Status : SubmissionStatus.Approved,
            Revision = r == null ? s.Revision : r.Revision,
            Day = s.Day,
            Area = s.Area,
            Answers = r == null ? s.Answers : r.Answers,
            SentAt = s.SentAt,
            Confirms = f == null ? null : f.Receipt,
            LastRevision = s.Revision,
            LastStatus = s.Status,
        };

    public static IQueryable<ExportRow> Of(FieldDb db, ReportSnapshot snapshot) => db.SnapshotSubmissions.Where(s => s.SnapshotId == snapshot.Id).Select(s => new ExportRow
    {
        Id = s.SubmissionId,
        Receipt = s.Receipt,
        Kind = s.Kind,
        DialogKey = s.DialogKey,
        PersonId = s.PersonId,
        Organisation = s.Organisation,
        OrganisationKind = s.OrganisationKind,
        Status = s.Status,
        Revision = s.Revision,
        Day = s.Day,
        Area = s.Area,
        Answers = s.Answers,
        SentAt = s.SentAt,
        Confirms = s.Confirms,
        LastRevision = s.Revision,
        LastStatus = s.Status,
    });
}
