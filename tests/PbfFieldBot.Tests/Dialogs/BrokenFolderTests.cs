using PbfFieldBot.TestKit;
using PbfFieldBot.Tests.Commands;
using Xunit;

namespace PbfFieldBot.Tests.Dialogs;

/// <summary>A copy of the shipped dialogs with three mistakes in three files.</summary>
public sealed class BrokenFolderTests : IDisposable
{
    private const string Problems = """
        alerte/dialogue.yaml:14:14 : la liste de choix « incidents » n'existe pas : vouliez-vous « incident » ?
        formation/dialogue.yaml:23:5 : la clé « lable » n'est pas connue : vouliez-vous « label » ?
        formation/parcours/mot-a-mot.yaml:7:22 : la clé « sais » n'est pas connue : vouliez-vous « says » ?
        """;

    private readonly TemporaryFolder folder = new();

    public BrokenFolderTests()
    {
        foreach (var (name, text) in ShippedDialogs.Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[Path.Combine("dialogues", name)])!);
            File.WriteAllText(folder[Path.Combine("dialogues", name)], text);
        }

        Replace("alerte/dialogue.yaml", "suggest: incident", "suggest: incidents");
        Replace("formation/dialogue.yaml", "label: \"Où ?\"", "lable: \"Où ?\"");
        Replace("formation/parcours/mot-a-mot.yaml", "says: \"formation\"", "sais: \"formation\"");
    }

    [Fact]
    public async Task EveryMistakeIsNamedAtOnce()
    {
        var (code, output, error) = await ProgramRun.RunAsync(folder.Path, "dialogs check dialogues");
        Assert.Equal((1, Problems + "\n3 erreurs à corriger.", ""), (code, output, error));
    }

    [Theory]
    [InlineData("serve --db bot.db")]
    [InlineData("demo --out demo")]
    [InlineData("chat")]
    [InlineData("replay dialogues/alerte/parcours/mot-a-mot.yaml")]
    public async Task NothingStartsOnABrokenFolder(string verb)
    {
        var (code, output, error) = await ProgramRun.RunAsync(folder.Path, verb, ("Dialogs__Path", "dialogues"));
        Assert.Equal((1, "", "Les dialogues ont des erreurs ; rien n'est démarré :\n" + Problems), (code, output, error));
    }

    public void Dispose() => folder.Dispose();

    private void Replace(string file, string right, string wrong)
    {
        var path = folder[Path.Combine("dialogues", file)];
        File.WriteAllText(path, File.ReadAllText(path).Replace(right, wrong, StringComparison.Ordinal));
    }
}
