using PbfFieldBot.Data;
using PbfFieldBot.People;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Submissions;

/// <summary>Who sends a report, for whom.</summary>
public sealed record Author(Person Person, Organisation? Organisation)
{
    /// <summary>What coordinators read: the name, and the organisation when it says more.</summary>
    public string Shown => Organisation is null || Organisation.Name == Person.Name
        ? Person.Name
        : AppPhrases.Text("review.author", ("name", Person.Name), ("organisation", Organisation.Name));

    /// <summary>True when the person can be written to.</summary>
    public bool IsThere => Person is { RevokedAt: null, Unreachable: false };

    public static async Task<Author> OfAsync(FieldDb db, StoredSubmission submission, CancellationToken stop) => new(
        await db.People.FindAsync([submission.PersonId], stop) ?? throw new InvalidOperationException("a report without author: " + submission.Id),
        submission.OrganisationId is { } id ? await db.Organisations.FindAsync([id], stop) : null);
}
