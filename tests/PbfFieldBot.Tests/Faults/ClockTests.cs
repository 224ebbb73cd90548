using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.TestKit;
using PbfFieldBot.Tests.Channels.Telegram;
using PbfFieldBot.Tests.Commands;
using Xunit;

namespace PbfFieldBot.Tests.Faults;

/// <summary>The clock jumps, stands in another zone, or passes a new year with 53 weeks.</summary>
[Trait("Base", "sqlite")]
public sealed class ClockTests
{
    [Fact]
    [Trait("Ligne", "F19")]
    public async Task AClockThatJumpsInMidDialogueChangesNeitherTheTalkNorItsNumbers()
    {
        await using var scene = await FaultScene.OpenAsync();
        scene.Start();
        var aminata = await scene.EnrolAsync();
        aminata.Say("atelier");
        await scene.SeesAsync(aminata, "Quel jour");
        foreach (var (jump, says, sees) in new[] { ("+25h", "hier", "Où ?"), ("-25h", "Koro", "Combien de participants"), ("-5s", "25 dont 9 femmes", "sujet de l'atelier") })
        {
            await scene.RestartAsync(["faketime", "-f", jump]);
            aminata.Say(says);
            await scene.SeesAsync(aminata, sees);
        }

        foreach (var (says, sees) in new[] { ("passer", "liste de présence"), ("passer", "J'envoie ?"), ("oui", "Reçu, n° ") })
        {
            aminata.Say(says);
            await scene.SeesAsync(aminata, sees);
        }

        Assert.InRange(aminata.Screen.Count(m => m.Text.StartsWith("J'étais absent", StringComparison.Ordinal)), 0, 1);
        await scene.CheckPromisesAsync(1, aminata);
    }

    [Fact]
    [Trait("Ligne", "F20")]
    [Trait("Ligne", "F21")]
    public async Task OnTheFirstDaysOfTheYearReportsBelongToWeek53WhereverTheServerStands()
    {
        await using var served = await ServedBot.StartAsync(file: "");
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata", organisation: "OSC Benkadi", kind: "osc");
        aminata.SaidAt = new DateTimeOffset(2027, 1, 3, 23, 59, 58, TimeSpan.Zero);
        aminata.Say("Atelier aujourd'hui à Koro, 25 participants dont 9 femmes");
        await aminata.UntilAsync("dimanche 3 janvier 2027");
        aminata.Say("oui");
        await aminata.UntilAsync("Reçu, n° ");
        aminata.SaidAt = new DateTimeOffset(2028, 3, 1, 8, 0, 0, TimeSpan.Zero);
        aminata.Say("Atelier hier à Koro, 31 participants dont 9 femmes");
        await aminata.UntilAsync("mardi 29 février 2028");
        aminata.Say("oui");
        await aminata.UntilAsync("Reçu, n° ");
        var digests = new List<string>();
        foreach (var zone in new[] { "Africa/Bamako", "Europe/Paris", "America/New_York" })
            digests.Add((await ProgramRun.RunAsync(Repository.Root, $"digest --week 2026-W53 --db {served.DatabaseFile}", ("TZ", zone))).Output);
        Assert.Contains("1 rapport cette semaine", digests[0], StringComparison.Ordinal);
        Assert.Single(digests.Distinct());
        await using var db = served.Database.NewContext();
        Assert.Equal([new DateTimeOffset(2027, 1, 3, 23, 59, 58, TimeSpan.Zero).UtcTicks, new DateTimeOffset(2028, 3, 1, 8, 0, 0, TimeSpan.Zero).UtcTicks], await db.Submissions.OrderBy(s => s.Id).Select(s => s.SentAt).ToListAsync(CancellationToken.None));
    }
}
