using System.IO.Compression;
using PbfFieldBot.TestKit;
using PbfFieldBot.Tests.Commands;
using Xunit;

namespace PbfFieldBot.Tests.Dialogs;

public sealed class DialogsImportTests : IDisposable
{
    private const string Form = """
        survey,,,,
        ,type,name,label,required
        ,text,theme,"Quel sujet, et pourquoi ?",yes
        ,select_one public,public,Quel public ?,
        choices,,,,
        ,list_name,name,label,
        ,public,osc,Associations,
        settings,,,,
        ,form_id,form_title,version,
        ,Séance-2020,Séance de travail,7,
        """;

    private readonly TemporaryFolder folder = new();

    public DialogsImportTests()
    {
        Directory.CreateDirectory(folder["dialogues"]);
        File.WriteAllText(folder["dialogues/lieux.csv"], "pcode,level,region,cercle,commune,aliases\nML05,region,Mopti,,,\n");
    }

    [Fact]
    public async Task AFormBecomesADialogThatIsRight()
    {
        File.WriteAllText(folder["seance.csv"], Form);
        var (code, output, error) = await ProgramRun.RunAsync(folder.Path, "dialogs import seance.csv dialogues");
        Assert.Equal((0, "dialogues/seance_2020/dialogue.yaml : 2 questions.\nRelisez le fichier, puis : dialogs check, dialogs preview seance_2020.", ""), (code, output, error));
        Assert.StartsWith("version: 7\ntitle: \"Séance de travail\"\n", File.ReadAllText(folder["dialogues/seance_2020/dialogue.yaml"]).Split('\n', 2)[1], StringComparison.Ordinal);
        Assert.Equal(0, (await ProgramRun.RunAsync(folder.Path, "dialogs check dialogues")).Code);
    }

    [Fact]
    public async Task AnExistingDialogIsReplacedOnlyByForce()
    {
        File.WriteAllText(folder["seance.csv"], Form);
        Directory.CreateDirectory(folder["dialogues/seance_2020"]);
        var (code, _, error) = await ProgramRun.RunAsync(folder.Path, "dialogs import seance.csv dialogues");
        Assert.Equal((1, "Le dialogue « seance_2020 » existe déjà dans dialogues ; --force le remplace."), (code, error));
        Assert.Equal(0, (await ProgramRun.RunAsync(folder.Path, "dialogs import seance.csv dialogues --force")).Code);
    }

    [Fact]
    public async Task AWorkbookOfExcelIsRead()
    {
        Workbook(("xl/worksheets/sheet1.xml", Rows(["type", "name", "label"], ["integer", "total", "Combien ?"])));
        var (code, output, _) = await ProgramRun.RunAsync(folder.Path, "dialogs import form.xlsx dialogues");
        Assert.Equal((0, "dialogues/form/dialogue.yaml : 1 question.\nRelisez le fichier, puis : dialogs check, dialogs preview form."), (code, output));
    }

    [Fact]
    public async Task MacrosAreRefused()
    {
        Workbook(("xl/worksheets/sheet1.xml", Rows(["type", "name", "label"])), ("xl/vbaProject.bin", "x"));
        await Refused("Le fichier form.xlsx contient des macros : enregistrez-le en .xlsx sans macros.");
    }

    [Fact]
    public async Task AZipBombIsRefused()
    {
        Workbook(("xl/worksheets/sheet1.xml", new string(' ', 101_000_000)));
        await Refused("Le fichier form.xlsx contient trop de données une fois ouvert : il est refusé.");
    }

    [Fact]
    public async Task WhatIsNoWorkbookIsRefused()
    {
        File.WriteAllText(folder["form.xlsx"], "<html></html>");
        await Refused("Le fichier form.xlsx ne se lit pas : un formulaire est un classeur .xlsx ou .xls, ou un .csv, sans mot de passe.");
        File.Delete(folder["form.xlsx"]);
        await Refused("Le fichier form.xlsx n'existe pas.");
    }

    public void Dispose() => folder.Dispose();

    private async Task Refused(string sentence)
    {
        var (code, output, error) = await ProgramRun.RunAsync(folder.Path, "dialogs import form.xlsx dialogues");
        Assert.Equal((1, "", sentence), (code, output, error));
        Assert.Equal(["lieux.csv"], Directory.EnumerateFileSystemEntries(folder["dialogues"]).Select(Path.GetFileName));
    }

    private static string Rows(params string[][] rows) =>
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
        + string.Concat(rows.Select((r, i) => $"<row r=\"{i + 1}\">" + string.Concat(r.Select((c, j) => $"<c r=\"{(char)('A' + j)}{i + 1}\" t=\"inlineStr\"><is><t>{c}</t></is></c>")) + "</row>"))
        + "</sheetData></worksheet>";

    private void Workbook(params (string Name, string Text)[] parts)
    {
        const string Package = "http://schemas.openxmlformats.org/package/2006/";
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        using var zip = ZipFile.Open(folder["form.xlsx"], ZipArchiveMode.Create);
        Add("[Content_Types].xml", $"<Types xmlns=\"{Package}content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/></Types>");
        Add("_rels/.rels", $"<Relationships xmlns=\"{Package}relationships\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Add("xl/workbook.xml", $"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{Office}\"><sheets><sheet name=\"survey\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        Add("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}relationships\"><Relationship Id=\"r1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        foreach (var (name, text) in parts)
            Add(name, text);

        void Add(string name, string text)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(text);
        }
    }
}
