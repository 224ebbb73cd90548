using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports;

/// <summary>Says in French what filling left out.</summary>
internal static class FillText
{
    /// <summary>A sentence for each thing; none when everything was filled.</summary>
    public static IEnumerable<string> LeftOut(FillResult result)
    {
        if (result.MissingInDocument.Count > 0)
            yield return AppPhrases.Text("report.missing_in_document", ("codes", string.Join(", ", result.MissingInDocument)));
        if (result.MissingInProject.Count > 0)
            yield return AppPhrases.Text("report.missing_in_project", ("codes", string.Join(", ", result.MissingInProject)));
        foreach (var warning in result.Warnings)
            yield return warning;
    }
}
