using System.CommandLine;
using PbfFieldBot.Texts;
using Command = System.CommandLine.Command;

namespace PbfFieldBot.Commands;

/// <summary>`report`: everything around the donor's Word report; one file per verb.</summary>
internal static class ReportCommand
{
    public static Command Create() => new("report", AppPhrases.Text("cli.report.about"))
    {
        ReportFillCommand.Create(),
        ReportImportCommand.Create(),
        ReportCheckCommand.Create(),
        ReportSnapshotCommand.Create(),
        ReportAnnexCommand.Create(),
        ReportDraftCommand.Create(),
    };
}
