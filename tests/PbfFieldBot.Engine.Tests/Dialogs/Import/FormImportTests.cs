using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Dialogs.Import;
using Xunit;

namespace PbfFieldBot.Engine.Tests.Dialogs.Import;

/// <summary>Forms are written as pyxform's tests write them: one row a line, "|" between cells.</summary>
public sealed class FormImportTests
{
    private const string Choices = """
        list_name | name | label::English | label::Français (fr)
        ouinon    | 1.0  | Yes            | Oui
        ouinon    | 0.0  | No             | Non
        ouinon    | 0.0  | Never          | Jamais
        """;

    [Fact]
    public void AGroupBecomesAConditionOfItsQuestions()
    {
        var form = Import("""
            type                | name  | label::English | label::Français (fr) | relevant      | required
            select_one ouinon   | visite | Visited ?     | Visité ?             |               | yes
            begin_group         | suite |                |                      | ${visite} = 1 |
            q string            | lieu  | Where ?        | **Où** ?<br/>        |               | TRUE
            integer             | nombre | How many ?    | Combien ?            | ${lieu} != '' |
            end group           |       |                |                      |               |
            """);
        Assert.Equal("""
            # Fait par « dialogs import » à partir de visites.xlsx. Relisez, puis : dialogs check, dialogs preview visites.
            version: 1
            title: "visites"
            questions:
              - type: select_one ouinon
                name: visite
                title: "Visité"
                label: "Visité ?"
                required: true
              - type: text
                name: lieu
                title: "Où"
                label: "Où ?"
                required: true
                relevant: "(${visite} = 1)"
              - type: integer
                name: nombre
                title: "Combien"
                label: "Combien ?"
                relevant: "(${visite} = 1) and (${lieu} != '')"
            choices:
              ouinon:
                - { name: "1", label: "Oui" }
                - { name: "0", label: "Non" }

            """, form.Yaml);
        Assert.Equal(["choices:4 : le choix « 0 » est deux fois dans la liste « ouinon » ; le premier reste"], form.Notes.Select(n => n.ToString()));
    }

    [Fact]
    public void TypesThatAConversationCannotDoAreLeftOutByRow() =>
        Assert.Equal(
            [
                "survey:2 : « debut » : le bot sait déjà qui écrit et quand",
                "survey:3 : « trace » : le type « geotrace » ne se fait pas dans une conversation ; laissé de côté",
                "survey:4 : « quand » : seul le jour est demandé, sans l'heure",
                "survey:5 : « membres » : un dialogue n'a pas de répétition ; ses questions sont laissées de côté",
            ],
            Notes("""
                type           | name    | label
                start          | debut   |
                geotrace       | trace   | Trajet
                datetime       | quand   | Quand ?
                begin repeat   | membres | Membres
                text           | nom     | Nom ?
                end repeat     |         |
                """));

    [Fact]
    public void WhatIsRequiredAndCannotBeAskedRefusesTheForm()
    {
        var form = Import("""
            type                            | name    | label   | required
            text                            | theme   | Sujet ? |
            barcode                         | code    | Code    | yes
            begin repeat                    | membres | Membres |
            text                            | nom     | Nom ?   | true()
            end repeat                      |         |         |
            select_one villages             | village | Village | yes
            select_one_from_file lieux.csv  | lieu    | Lieu    | yes
            """);
        Assert.Equal(
            [
                "survey:3 : « code » : le type « barcode » ne se fait pas dans une conversation, et la réponse est obligatoire",
                "survey:5 : « nom » : un dialogue n'a pas de répétition, et cette question y est obligatoire",
                "survey:7 : « village » : la liste « villages » n'est pas dans la feuille « choices », et la réponse est obligatoire",
                "survey:8 : « lieu » : le type « select_one_from_file lieux.csv » ne se fait pas dans une conversation, et la réponse est obligatoire",
            ],
            form.Notes.Where(n => n.Refused).Select(n => n.ToString()));
    }

    [Fact]
    public void WhatTheChecksWouldRefuseIsLeftOutWithItsReason() =>
        Assert.Equal(
            [
                "survey:2 : « Nom Complet » s'appelle ici « nom_complet »",
                "survey:3 : « age » : « relevant » est laissé de côté : la fonction « pulldata » ne sert que dans les répétitions et les tables d'un formulaire : un dialogue n'en a pas",
                "survey:4 : « double » est laissé de côté : ${nulle_part} ne désigne aucune question de ce dialogue",
            ],
            Notes("""
                type      | name        | label         | relevant                                  | calculation
                text      | Nom Complet | Votre nom ?   |                                           |
                integer   | age         | Votre âge ?   | pulldata('a', 'b', 'c', ${Nom Complet})   |
                calculate | double      |               |                                           | ${nulle_part} * 2
                """));

    [Fact]
    public void OtherIsAChoiceAndAQuestion()
    {
        var form = Import("""
            type                           | name | label  | constraint   | default
            select_one ouinon or_other     | sexe | Sexe ? |              |
            integer                        | age  | Âge ?  | . < 120      | 30.0
            """);
        Assert.Contains("""
                relevant: "${sexe} = 'other'"
            """, form.Yaml, StringComparison.Ordinal);
        Assert.Contains("""{ name: "other", label: "Autre" }""", form.Yaml, StringComparison.Ordinal);
        Assert.Contains("""
                constraint: ". < 120"
                constraint_message: "Cette réponse n'est pas possible."
                default: "'30'"
            """, form.Yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileWithoutASurveyIsNoForm() =>
        Assert.Equal("survey : la feuille « survey » manque ou est vide : ce fichier n'est pas un XLSForm", FormImport.Of([new FormSheet("Feuil1", [])], "a.xlsx").Notes.Single().ToString());

    private static string[] Notes(string survey) => [.. Import(survey).Notes.Where(n => n.Sheet == "survey").Select(n => n.ToString())];

    private static ImportedForm Import(string survey)
    {
        var form = FormImport.Of([Sheet("Survey", survey), Sheet("choices", Choices)], "visites.xlsx");
        var findings = new Findings();
        DialogReader.Read(form.Id, new Dictionary<string, string> { ["visites/dialogue.yaml"] = form.Yaml }, findings);
        Assert.Empty(findings.Problems);
        return form;
    }

    private static FormSheet Sheet(string name, string text) => new(name, [.. text.Split('\n').Select((l, i) => new FormRow(i + 1, [.. l.Split('|').Select(c => c.Trim())])).Where(r => !r.IsEmpty)]);
}
