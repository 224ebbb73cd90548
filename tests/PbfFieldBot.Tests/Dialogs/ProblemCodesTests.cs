using System.Text;
using PbfFieldBot.Commands;
using PbfFieldBot.Engine;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Tests.Dialogs;

/// <summary>testdata/problems/CODE.yaml holds a small broken dialogs folder (`files`) and every line that `dialogs check` says about it (`problems`).</summary>
[Trait("Base", "sqlite")]
public sealed class ProblemCodesTests
{
    private const string Data = "tests/PbfFieldBot.Tests/Dialogs/testdata/problems/";
    private const string Places = "pcode,level,region,cercle,commune,aliases\nML05,region,Mopti,,,\n";

    private const string Project = "project: { title: Essai, number: 1, start: 2020-01-01, end: 2021-12-31, iati_identifier: \"\", reporting_organisation: { name: Essai, ref: \"\", type: \"40\" } }\n";

    public static TheoryData<string> Codes => [.. typeof(ProblemCodes).GetFields().Select(f => (string)f.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task EachMistakeIsNamedWithItsPlaceAndItsMend(string code)
    {
        using var folder = new TemporaryFolder();
        var example = (YamlMap)Yaml.Read(Repository.Text(Data + code + ".yaml"));
        Write(folder, example);
        var findings = new Findings();
        await DialogsCommand.CheckAsync(folder.Path, findings, CancellationToken.None);
        Assert.Equal(((YamlList)example["problems"]!).Items.Select(i => ((YamlText)i).Value), findings.Problems.Select(p => $"{p.File}:{p.Line}:{p.Column} {p.Code} {p.Message}"));
        Assert.Contains(findings.Problems, p => p.Code == code);
    }

    private static void Write(TemporaryFolder folder, YamlMap example)
    {
        File.WriteAllText(folder["lieux.csv"], Places);
        foreach (var (name, text) in ((YamlMap)example["files"]!).Entries)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[name.Value])!);
            var content = ((YamlText)text).Value + new string(' ', example["blanks"] is YamlText blanks ? int.Parse(blanks.Value, System.Globalization.CultureInfo.InvariantCulture) : 0);
            if (name.Value == "indicateurs.yaml" && !content.Contains("project:", StringComparison.Ordinal))
                content += Project;
            File.WriteAllText(folder[name.Value], content, example["encoding"] is null ? new UTF8Encoding(false) : Encoding.Latin1);
        }
    }
}
