using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace PbfFieldBot.Engine.Tests;

/// <summary>The rules of the house that a machine can check (src/README.md says why).</summary>
public sealed class HouseTests
{
    private static readonly string Root = FindRoot();

    [Fact]
    public void TheEngineReferencesNoDatabaseAndNoNetworkLibrary()
    {
        var names = typeof(Limits).Assembly.GetReferencedAssemblies().Select(a => a.Name ?? "");
        Assert.DoesNotContain(names, n => n.StartsWith("Microsoft.", StringComparison.Ordinal) || n.StartsWith("Telegram", StringComparison.Ordinal) || n.StartsWith("System.Net", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("YamlDotNet", "Yaml.cs")]
    [InlineData("Stateless", "ConversationMachine.cs")]
    [InlineData("Telegram.Bot", "Channels/Telegram/")]
    [InlineData("DocumentFormat.OpenXml", "Reports/")]
    [InlineData("ExcelDataReader", "Forms/")]
    [InlineData("System.CommandLine", "Commands/", "Program.cs")]
    public void ALibraryHasOneDoor(string library, params string[] doors)
    {
        var guests = Sources().Where(f => Regex.IsMatch(f.Text, $@"^using {Regex.Escape(library)}\b", RegexOptions.Multiline))
            .Where(f => !doors.Any(d => f.Name.Contains(d, StringComparison.Ordinal)));
        Assert.Empty(guests.Select(f => f.Name));
    }

    [Fact]
    public void NoFrenchStandsInCode() =>
        Assert.Empty(Sources().Where(f => Regex.IsMatch(f.Text, "[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f]")).Select(f => f.Name));

    [Fact]
    public void NoTypeIsCalledManagerHelperUtilServiceOrDto() =>
        Assert.Empty(Sources().SelectMany(f => Regex.Matches(f.Text, @"\b(class|record|interface|struct) (\w*(Manager|Helper|Util|Utils|Processor|Service|Dto))\b").Select(m => f.Name + " " + m.Groups[2].Value)));

    [Fact]
    public void EachPublicTypeOfTheEngineSaysWhatItIs()
    {
        var silent = Sources().Where(f => f.Name.StartsWith("PbfFieldBot.Engine/", StringComparison.Ordinal))
            .SelectMany(f => Regex.Matches(f.Text, @"(?<before>.*)\n(?<type>public (static |sealed |abstract |readonly |partial )*(class|record|interface|enum|struct) (struct )?\w+)")
                .Where(m => !m.Groups["before"].Value.TrimStart().StartsWith("///", StringComparison.Ordinal) && !m.Groups["before"].Value.TrimStart().StartsWith('['))
                .Select(m => f.Name + ": " + m.Groups["type"].Value));
        Assert.Empty(silent);
    }

    [Fact]
    public void NothingUsesTheCommandsOrTheDashboard() =>
        Assert.Empty(Sources().Where(f => !f.Name.Contains("/Commands/", StringComparison.Ordinal) && !f.Name.EndsWith("/Program.cs", StringComparison.Ordinal))
            .Where(f => Regex.IsMatch(f.Text, @"using PbfFieldBot\.(Commands|Dashboard)\b")).Select(f => f.Name));

    [Theory]
    [InlineData("French", "Dialogs", "Conversations", "Transcripts", "Indicators")]
    [InlineData("Submissions", "French", "Dialogs", "Conversations", "Transcripts", "Indicators")]
    [InlineData("Places", "French", "Dialogs", "Conversations", "Transcripts", "Indicators", "Submissions")]
    [InlineData("Dialogs", "Conversations", "Transcripts")]
    [InlineData("Conversations", "Transcripts")]
    public void DataFlowsOneWayInTheEngine(string folder, params string[] later)
    {
        var back = Sources().Where(f => f.Name.StartsWith($"PbfFieldBot.Engine/{folder}/", StringComparison.Ordinal))
            .SelectMany(f => later.Where(l => Regex.IsMatch(f.Text, $@"^using PbfFieldBot\.Engine\.{l}\b", RegexOptions.Multiline)).Select(l => f.Name + " uses " + l));
        Assert.Empty(back);
    }

    [Fact]
    public void NothingIsLeftUnfinished() =>
        Assert.Empty(Sources().Where(f => Regex.IsMatch(f.Text, @"NotImplementedException|\bTODO\b|\bFIXME\b|\bHACK\b")).Select(f => f.Name));

    [Fact]
    public void NoPathOfAMachineAndNoRegistryStandsInTheTree()
    {
        var places = new Regex("/(wor" + "k|hom" + "e/[a-z]|roo" + "t)/|https?://[^ ]*(nuge" + "t|npmjs)");
        var files = Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Where(IsOurs)
            .Where(f => Path.GetExtension(f) is ".cs" or ".md" or ".yaml" or ".yml" or ".json" or ".props" or ".csproj" or ".sh");
        Assert.Empty(files.Where(f => places.IsMatch(File.ReadAllText(f))).Select(f => Path.GetRelativePath(Root, f)));
    }

    private static IEnumerable<(string Name, string Text)> Sources()
    {
        var src = Path.Combine(Root, "src");
        return Directory.EnumerateFiles(src, "*.cs", SearchOption.AllDirectories)
            .Where(f => IsOurs(f) && !f.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(f => (Path.GetRelativePath(src, f).Replace('\\', '/'), File.ReadAllText(f)));
    }

    private static bool IsOurs(string file) => !Regex.IsMatch(file, @"[/\\](bin|obj|\.git|demo|TestResults)[/\\]");

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PbfFieldBot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("PbfFieldBot.sln is above the tests");
    }
}
