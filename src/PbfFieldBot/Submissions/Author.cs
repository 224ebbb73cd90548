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
}
