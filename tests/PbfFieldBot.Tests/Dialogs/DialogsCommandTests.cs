using PbfFieldBot.TestKit;
using PbfFieldBot.Tests.Commands;
using Xunit;

namespace PbfFieldBot.Tests.Dialogs;

/// <summary>The dialog of testdata/tous_les_types has every type of question; its conversations go through all of them.</summary>
public sealed class DialogsCommandTests : IDisposable
{
    private const string Data = "tests/PbfFieldBot.Tests/Dialogs/testdata/";
    private static readonly string Types = Path.Combine(Repository.Root, Data, "tous_les_types");
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task EveryTypeOfQuestionIsAskedAndAnsweredAsWritten()
    {
        var (code, output, error) = await ProgramRun.RunAsync(folder.Path, $"dialogs check {Types}");
        Assert.Equal((0, "Tout est juste. Dialogues : 1, questions : 12, lieux : 2, conversations jouées : 3.", ""), (code, output, error));
    }

    [Theory]
    [InlineData("graph", "plantation.mmd")]
    [InlineData("preview", "plantation.apercu.txt")]
    public async Task ADialogIsDrawnAndShown(string verb, string file)
    {
        var (code, output, error) = await ProgramRun.RunAsync(folder.Path, $"dialogs {verb} plantation {Types}");
        Assert.Equal((0, Repository.Text(Data + file).Trim(), ""), (code, output, error));
    }

    [Theory]
    [InlineData("graph", "plantatoin", "Le dialogue « plantatoin » n'existe pas : vouliez-vous « plantation » ?")]
    [InlineData("preview", "forage", "Le dialogue « forage » n'existe pas. Les dialogues : plantation.")]
    public async Task AnUnknownDialogIsRefused(string verb, string id, string sentence)
    {
        var (code, output, error) = await ProgramRun.RunAsync(folder.Path, $"dialogs {verb} {id} {Types}");
        Assert.Equal((1, "", sentence), (code, output, error));
    }

    public void Dispose() => folder.Dispose();
}
