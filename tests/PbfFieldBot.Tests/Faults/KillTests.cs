using PbfFieldBot.TestKit.Processes;
using Xunit;

namespace PbfFieldBot.Tests.Faults;

/// <summary>The program dies in the middle of a write, again and again; nobody loses a report, nobody is counted twice.</summary>
[Trait("Base", "sqlite")]
public sealed class KillTests
{
    public static TheoryData<int> Writes => [.. FaultScene.Whole ? Enumerable.Range(1, 260) : [3, 40, 80, 120, 150]];

    public static TheoryData<int, int> Pairs
    {
        get
        {
            var (data, random) = (new TheoryData<int, int>(), new Random(20261125));
            for (var i = 0; i < (FaultScene.Whole ? 50 : 2); i++)
                data.Add(random.Next(1, 150), random.Next(1, 150));
            return data;
        }
    }

    [Theory]
    [Trait("Ligne", "F01")]
    [MemberData(nameof(Writes))]
    public async Task KilledAtAnyWriteOfADialogueTheReportGoesOnWhereItStood(int write)
    {
        await using var scene = await FaultScene.OpenAsync();
        var (aminata, code) = await scene.InviteAsync();
        scene.Start(BotProcess.KilledAtWrite(write));
        aminata.Start(code);
        await scene.SeesAsync(aminata, "Que voulez-vous");
        await scene.ReportAsync(aminata);
        await scene.CheckPromisesAsync(1, aminata);
    }

    [Theory]
    [Trait("Ligne", "F04")]
    [MemberData(nameof(Pairs))]
    public async Task KilledAgainDuringTheRecoveryTheReportStillArrives(int first, int second)
    {
        await using var scene = await FaultScene.OpenAsync();
        var (aminata, code) = await scene.InviteAsync();
        scene.Start(BotProcess.KilledAtWrite(first));
        aminata.Start(code);
        await scene.SeesAsync(aminata, "Que voulez-vous", BotProcess.KilledAtWrite(second));
        await scene.ReportAsync(aminata, BotProcess.KilledAtWrite(second));
        await scene.CheckPromisesAsync(1, aminata);
    }
}
