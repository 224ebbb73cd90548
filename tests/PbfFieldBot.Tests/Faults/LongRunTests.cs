using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Tests.Faults;

/// <summary>Memory and open files are those of the whole process: measured while no other test runs.</summary>
[Trait("Base", "sqlite")]
[Collection(nameof(Alone))]
public sealed class LongRunTests
{
    [Fact]
    [Trait("Ligne", "F22")]
    public async Task ALongRunNeedsNoMoreMemoryAndNoMoreOpenFiles()
    {
        await using var app = await FieldBotApp.StartAsync(ShippedDialogs.Catalog);
        var phones = new List<Phone>();
        for (var i = 0; i < 50; i++)
            phones.Add(await app.EnrolAsync(Role.Partner, "P" + i));
        var first = FaultScene.Whole ? 10_000 : 2_000;
        await RunAsync(app, phones, first);
        var (memory, files) = (GC.GetTotalMemory(forceFullCollection: true), OpenFiles());
        await RunAsync(app, phones, (FaultScene.Whole ? 100_000 : 8_000) - first);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true), 0, (memory * 6 / 5) + 8_000_000);
        Assert.InRange(OpenFiles(), 0, files + 5);
    }

    // The phones of this test keep what they are sent: that is theirs, not the bot's.
    private static async Task RunAsync(FieldBotApp app, List<Phone> phones, int updates)
    {
        for (var done = 0; done < updates; done += 100)
        {
            await app.TakeAsync([.. Enumerable.Range(0, 100).Select(i => phones[i % 50].Says(i % 2 == 0 ? "atelier" : "annuler"))]);
            app.Channel.Forget();
        }
    }

    private static int OpenFiles() => Directory.GetFiles("/proc/self/fd").Length;
}
