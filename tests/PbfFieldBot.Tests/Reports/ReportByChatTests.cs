using System.IO.Compression;
using PbfFieldBot.Channels;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Outbox;
using PbfFieldBot.TestKit;
using PbfFieldBot.TestKit.Reports;
using Xunit;

namespace PbfFieldBot.Tests.Reports;

public sealed class ReportByChatTests
{
    [Fact]
    public async Task ACoordinatorGetsTheReportBackFilled()
    {
        await using var app = await FieldBotApp.StartAsync(ShippedDialogs.Catalog);
        var oumar = await app.EnrolAsync(Role.Coordinator, "Oumar");
        await SendAsync(app, oumar, "rapport.docx", SampleReport.Founding);
        var answer = app.Channel.Sent[^1];
        Assert.Equal("18 indicateurs remplis avec les chiffres valid\u00e9s \u00e0 ce jour ; le reste du document est tel quel.\nRien n'a \u00e9t\u00e9 laiss\u00e9 de c\u00f4t\u00e9.", answer.Text);
        Assert.Equal(("rapport-rempli.docx", OutgoingFileKind.Document), (answer.File!.Name, answer.File.Kind));
        Assert.Equal("0", FilledReport.CurrentOf(answer.File.Content)["1.2.2"]);
    }

    [Fact]
    public async Task WhatIsLeftOutIsSaid()
    {
        await using var app = await FieldBotApp.StartAsync(ShippedDialogs.Catalog);
        var oumar = await app.EnrolAsync(Role.Coordinator, "Oumar");
        await SendAsync(app, oumar, "petit.docx", ReportMakes.All["french template"]());
        Assert.Equal(
            "4 indicateurs remplis avec les chiffres valid\u00e9s \u00e0 ce jour ; le reste du document est tel quel.\nLaiss\u00e9 de c\u00f4t\u00e9 :\nAbsents du document : 1.2, 1.1.2, 1.2.1, 2.2, 2.1.1, 2.1.2, 2.2.1, 2.2.2, 3.1, 3.2, 3.1.1, 3.1.2, 3.2.1, 3.2.2.",
            oumar.Last());
    }

    [Theory]
    [InlineData("rapport.docm", "Ce document contient des macros : enregistrez-le en .docx sans macros.")]
    [InlineData("rapport.doc", "Ce fichier est au vieux format de Word (.doc) : enregistrez-le en .docx, puis r\u00e9essayez.")]
    [InlineData("rapport.pdf", "Ce fichier est un PDF : envoyez le document Word (.docx) dont il est tir\u00e9.")]
    [InlineData("rapport.docx", "Ce document est trop grand pour un rapport. Rien n'a \u00e9t\u00e9 ouvert.")]
    public async Task WhatIsNoReportIsRefusedByWhatItIs(string name, string refusal)
    {
        await using var app = await FieldBotApp.StartAsync(ShippedDialogs.Catalog);
        var oumar = await app.EnrolAsync(Role.Coordinator, "Oumar");
        await SendAsync(app, oumar, name, Path.GetExtension(name) switch
        {
            ".docm" => With("word/vbaProject.bin", [0]),
            ".doc" => [0xd0, 0xcf, 0x11, 0xe0],
            ".pdf" => "%PDF-1.4"u8.ToArray(),
            _ => With("word/media/image.png", new byte[300_000_000]),
        });
        Assert.Equal(refusal, oumar.Last());
    }

    [Fact]
    public async Task APartnersDocumentIsAnsweredKindlyAndNotOpened()
    {
        await using var app = await FieldBotApp.StartAsync(ShippedDialogs.Catalog);
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        await SendAsync(app, aminata, "rapport.docx", SampleReport.Founding);
        Assert.DoesNotContain(app.Channel.Sent, m => m.File is not null);
        Assert.Single(aminata.News());
    }

    private static Task SendAsync(FieldBotApp app, Phone phone, string name, byte[] content)
    {
        app.Channel.Files[name] = content;
        return app.TakeAsync(app.Update(phone.Chat, new SentDocument(name, name, content.Length, "")));
    }

    private static byte[] With(string part, byte[] content)
    {
        var stream = new MemoryStream();
        stream.Write(SampleReport.Founding);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        using (var entry = zip.CreateEntry(part).Open())
            entry.Write(content);
        return stream.ToArray();
    }
}
