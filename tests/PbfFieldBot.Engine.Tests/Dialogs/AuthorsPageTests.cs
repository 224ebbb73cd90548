using System.Text.RegularExpressions;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Transcripts;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Engine.Tests.Dialogs;

/// <summary>The examples of dialogs/README.md are read as authors would write them.</summary>
public sealed partial class AuthorsPageTests
{
    private static readonly string[] Examples = [.. Block().Matches(Repository.Text("dialogs/README.md")).Select(m => m.Groups[1].Value)];

    [Fact]
    public void TheDialogOfThePageIsRight()
    {
        var files = new Dictionary<string, string>(ShippedDialogs.Files) { ["plantation/dialogue.yaml"] = Examples[0] };
        var findings = new Findings();
        var dialog = DialogCatalogReader.Read(files, findings).Find("plantation");
        Assert.Equal(("", "Plantation"), (string.Join('\n', findings.Problems), dialog?.Title));
    }

    [Fact]
    public void TheConversationOfThePageIsRight()
    {
        var findings = new Findings();
        Assert.Equal(4, TranscriptReader.Read("README.md", Examples[1], findings)?.Talk.Count);
        Assert.Empty(findings.Problems);
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
