using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Digests;
using PbfFieldBot.Engine;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Digests;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.People;
using PbfFieldBot.Submissions;
using PbfFieldBot.TestKit;
using PbfFieldBot.Tests.Indicators;
using Xunit;
using static PbfFieldBot.Tests.Indicators.Ledger;

namespace PbfFieldBot.Tests.Digests;

public sealed class DigestTests
{
    private static readonly Week Week = new(2020, 27);
    private static readonly DigestPlan Plan = ShippedDialogs.Catalog.Digest;

    [Fact]
    public async Task AQuietWeekIsToldInTheSingular()
    {
        var lines = await LinesAsync(Areas.National);
        Assert.Equal(["Bulletin de la semaine 27, du 29 juin au 5 juillet 2020", "Tout le projet", "", "Aucun rapport cette semaine (semaine d'avant : aucun)."], lines[..4]);
        Assert.Contains("Rien n'attend votre validation.", lines);
        Assert.Contains("Personne n'est silencieux.", lines);
    }

    [Fact]
    public async Task AWeekTellsReportsPeopleAndWhatWaits()
    {
        var lines = await LinesAsync(
            Areas.National,
            ("2020-06-30", "ML0505", SubmissionStatus.Approved, Headcount(15, 6)),
            ("2020-07-02", "ML0505", SubmissionStatus.Approved, Headcount(10)),
            ("2020-07-03", "ML0505", SubmissionStatus.Received, Headcount(5, 0)));
        Assert.Contains("3 rapports cette semaine (semaine d'avant : aucun) :", lines);
        Assert.Contains("• 3 réunions de comité", lines);
        Assert.Contains("30 participants (semaine d'avant : 0)", lines);
        Assert.Contains("6 femmes sur les 20 dont on connaît le sexe, soit 30 %.", lines);
        Assert.Contains("1 rapport attend votre validation :", lines);
        Assert.Contains($"• {Receipt.For("MOP", 3)}, Réunion de comité régional, Koro, il y a 2 jours", lines);
        Assert.Contains($"• 1 rapport sans nombre de femmes : {Receipt.For("MOP", 2)}", lines);
        Assert.Contains("• Réunions de comités : 2 sur 24 (+2 cette semaine), il en faut 1,3 par mois", lines);
    }

    [Fact]
    public async Task AnEventToldTwiceIsCountedOnceAndNamed()
    {
        var lines = await LinesAsync(
            Areas.National,
            s => (s[1].SameAs, s[2].SameAs, s[2].Differs) = (s[0].Id, s[0].Id, true),
            ("2020-06-30", "ML0505", SubmissionStatus.Approved, Headcount(15, 6)),
            ("2020-06-30", "ML0505", SubmissionStatus.Approved, Headcount(15, 6)),
            ("2020-06-30", "ML0505", SubmissionStatus.Received, Headcount(30, 6)));
        Assert.Contains("1 rapport cette semaine (semaine d'avant : aucun) :", lines);
        Assert.Contains("15 participants (semaine d'avant : 0)", lines);
        Assert.Contains($"• 1 événement raconté deux fois, compté une fois : {Receipt.For("MOP", 2)}", lines);
        Assert.Contains($"• 1 événement raconté avec des chiffres différents : {Receipt.For("MOP", 3)}", lines);
    }

    [Fact]
    public void SilentNilAndPausedStandApart()
    {
        var digest = new Digest(Week, null, [])
        {
            Silent = [new SilentPartner("Radio Jamana", 21), new SilentPartner("OSC Benkadi", null)],
            Nil = ["Radio Foko"],
            Paused = [new PausedPartner("Comité de Koro", new DateOnly(2020, 8, 1))],
        };
        Assert.Contains("2 partenaires silencieux :\n• Radio Jamana : dernier rapport il y a 3 semaines\n• OSC Benkadi : aucun rapport\nRien à signaler : Radio Foko.\nEn pause : Comité de Koro jusqu'au 1er août.", DigestText.Of(digest, Plan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherAreaSeesNothingOfIt()
    {
        var lines = await LinesAsync("ML04", ("2020-06-30", "ML0505", SubmissionStatus.Received, Headcount(15, 6)));
        Assert.Equal("Ségou", lines[1]);
        Assert.Contains("Aucun rapport cette semaine (semaine d'avant : aucun).", lines);
        Assert.Contains("Rien n'attend votre validation.", lines);
    }

    [Fact]
    public void ACrowdedWeekFitsOneMessage()
    {
        var many = Enumerable.Range(0, 400).ToList();
        var digest = new Digest(Week, null, [])
        {
            Waiting = [.. many.Select(i => new WaitingReport("MOP-" + i, new string('x', 200), null, i))],
            Silent = [.. many.Select(i => new SilentPartner(new string('y', 400), i))],
        };
        var text = DigestText.Of(digest, Plan);
        Assert.InRange(text.Length, 1, Limits.MessageCharacters);
        Assert.Contains("400 rapports attendent votre validation :", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ThePictureIsUprightForAPhone()
    {
        var indicator = ShippedDialogs.Framework.Indicators[5];
        var value = new Engine.Indicators.IndicatorValue("1.2.2", 9, null, null, null, 0, 0, 9, "9", "");
        var png = DigestChart.Png(new Digest(Week, null, []) { Indicators = [.. Enumerable.Repeat(new Progress(indicator, "Réunions de comités", value, 1, 1.2m), 18)] });
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.Equal((720, 1324), (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
    }

    [Theory]
    [InlineData("sections: [activites]", "not_allowed")]
    [InlineData("leave_out: [alertes]", "not_allowed")]
    [InlineData("kinds: { atelier: { one: \"{n} atelier\" } }", "missing_key")]
    [InlineData("indicators: { \"9.9\": x }", "not_allowed")]
    [InlineData("section: [silent]", "unknown_key_near")]
    public void AMistakeInThePlanIsNamed(string line, string code)
    {
        var findings = new Findings();
        DigestPlanReader.Read(line + "\nlongest_list: 6\nsilent_after: 28\nlate_after: 30\n", ShippedDialogs.All, ShippedDialogs.Framework, findings);
        Assert.Equal([code], findings.Problems.Select(p => p.Code));
    }

    private static Task<string[]> LinesAsync(string area, params (string Day, string PCode, SubmissionStatus Status, (string, AnswerValue) People)[] reports) => LinesAsync(area, _ => { }, reports);

    private static async Task<string[]> LinesAsync(string area, Action<List<StoredSubmission>> change, params (string Day, string PCode, SubmissionStatus Status, (string, AnswerValue) People)[] reports)
    {
        await using var ledger = await OpenAsync();
        foreach (var (day, pcode, status, people) in reports)
            await ledger.FileAsync("reunion_comite", day, pcode, status, people);
        await ledger.Database.WriteAsync(
            async db =>
            {
                (await db.People.SingleAsync()).JoinedAt = Week.Ticks(Week.Monday, TimeZoneInfo.Utc);
                foreach (var submission in await db.Submissions.ToListAsync())
                    submission.SentAt = Week.Ticks(submission.Day.AddDays(1), TimeZoneInfo.Utc);
                change(await db.Submissions.OrderBy(s => s.Id).ToListAsync());
                return 0;
            },
            CancellationToken.None);
        var digest = await new DigestBuilder(ledger.Database, ShippedDialogs.Catalog, TimeZoneInfo.Utc).BuildAsync(Week, area, CancellationToken.None);
        return DigestText.Of(digest, Plan).Split('\n');
    }
}
