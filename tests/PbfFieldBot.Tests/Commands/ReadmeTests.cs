using System.Text.RegularExpressions;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Tests.Commands;

[Trait("Base", "sqlite")]
public sealed partial class ReadmeTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task TheVerbsOfReadmeAreThoseOfTheHelp()
    {
        var (_, help, _) = await ProgramRun.RunAsync(folder.Path, "--help");
        var verbs = HelpVerb().Matches(help[help.IndexOf("Commandes", StringComparison.Ordinal)..]).Select(m => m.Groups[1].Value);
        Assert.Equal(verbs.Order(StringComparer.Ordinal), Rows("Commands").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheSettingsOfReadmeAreThoseThatTheProgramReads()
    {
        var code = Repository.Text("src/PbfFieldBot/Settings.cs") + Repository.Text("src/PbfFieldBot/TelegramSettings.cs");
        var keys = KeyRead().Matches(code).Select(m => m.Groups[1].Value.Replace(":", "__", StringComparison.Ordinal)).Distinct();
        Assert.Equal(keys.Order(StringComparer.Ordinal), Rows("Settings").Order(StringComparer.Ordinal));
    }

    public void Dispose() => folder.Dispose();

    private static IEnumerable<string> Rows(string heading)
    {
        var section = Repository.Text("README.md").Split("\n## ").Single(s => s.StartsWith(heading + "\n", StringComparison.Ordinal));
        return FirstCell().Matches(section).Select(m => m.Groups[1].Value);
    }

    [GeneratedRegex(@"^  ([a-z-]+) ", RegexOptions.Multiline)]
    private static partial Regex HelpVerb();

    [GeneratedRegex(@"""([A-Z][A-Za-z]+:[A-Z][A-Za-z]+)""")]
    private static partial Regex KeyRead();

    [GeneratedRegex(@"^\| `([\w-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex FirstCell();
}
