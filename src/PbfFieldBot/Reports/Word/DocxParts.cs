using System.Xml.Linq;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Word;

/// <summary>How the parts of a Word file hang together: content types and relationships.</summary>
internal static class DocxParts
{
    private const string Types = "[Content_Types].xml";
    private const string TypesSpace = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string RelationsSpace = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string UsualRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string StrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships/";

    /// <summary>The part that holds the document; refuses a file whose main part is a workbook, slides, a template or has macros.</summary>
    public static string MainPart(DocxPackage package)
    {
        var main = Target(package, "", "officeDocument") ?? throw new RefusedException(AppPhrases.Text("report.not_word"));
        var type = TypeOf(package, main);
        if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
            throw new RefusedException(AppPhrases.Text("report.macros"));
        if (type.Contains("template", StringComparison.OrdinalIgnoreCase))
            throw new RefusedException(AppPhrases.Text("report.template"));
        if (type.Contains("spreadsheetml", StringComparison.OrdinalIgnoreCase) || type.Contains("presentationml", StringComparison.OrdinalIgnoreCase))
            throw new RefusedException(AppPhrases.Text("report.other_office"));
        return main;
    }

    /// <summary>The part that another one names by a relationship of that kind; null when there is none.</summary>
    public static string? Target(DocxPackage package, string from, string kind) =>
        package.Part(RelationsOf(from))?.Root?.Elements().FirstOrDefault(r => KindOf(r) == kind && r.Attribute("TargetMode")?.Value != "External")?.Attribute("Target")?.Value is { } target
            ? Resolve(from, target)
            : null;

    /// <summary>Adds a part that the main document names by a relationship of that kind; the name is free.</summary>
    public static string AddToMain(DocxPackage package, string kind, string contentType, Func<string, XDocument> content)
    {
        var folder = FolderOf(package.MainPart);
        var name = Enumerable.Range(0, int.MaxValue).Select(n => folder + kind + (n == 0 ? "" : n.ToString(System.Globalization.CultureInfo.InvariantCulture)) + ".xml").First(n => package.Part(n) is null);
        package.Put(name, content(name));
        AddType(package, "/" + name, contentType);
        AddRelation(package, kind, name[folder.Length..]);
        return name;
    }

    private static void AddType(DocxPackage package, string part, string contentType)
    {
        var types = package.Part(Types)!;
        types.Root!.Add(new XElement(types.Root.Name.Namespace + "Override", new XAttribute("PartName", part), new XAttribute("ContentType", contentType)));
        package.Put(Types, types);
    }

    private static void AddRelation(DocxPackage package, string kind, string target)
    {
        XNamespace space = RelationsSpace;
        var name = RelationsOf(package.MainPart);
        var relations = package.Part(name) ?? new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), new XElement(space + "Relationships"));
        var used = relations.Root!.Elements().Select(r => r.Attribute("Id")?.Value).ToHashSet();
        var id = Enumerable.Range(1, int.MaxValue).Select(n => "rId" + n.ToString(System.Globalization.CultureInfo.InvariantCulture)).First(n => !used.Contains(n));
        var prefix = package.Content.Root!.Name.Namespace == WordXml.Strict ? StrictRelations : UsualRelations;
        relations.Root.Add(new XElement(space + "Relationship", new XAttribute("Id", id), new XAttribute("Type", prefix + kind), new XAttribute("Target", target)));
        package.Put(name, relations);
    }

    private static string TypeOf(DocxPackage package, string part)
    {
        XNamespace space = TypesSpace;
        var types = package.Part(Types)?.Root ?? throw new RefusedException(AppPhrases.Text("report.not_word"));
        return (types.Elements(space + "Override").FirstOrDefault(t => string.Equals(t.Attribute("PartName")?.Value, "/" + part, StringComparison.OrdinalIgnoreCase))
            ?? types.Elements(space + "Default").FirstOrDefault(t => part.EndsWith("." + t.Attribute("Extension")?.Value, StringComparison.OrdinalIgnoreCase)))?.Attribute("ContentType")?.Value ?? "";
    }

    private static string? KindOf(XElement relation) => relation.Attribute("Type")?.Value is { } type
        ? type.StartsWith(UsualRelations, StringComparison.Ordinal) ? type[UsualRelations.Length..] : type.StartsWith(StrictRelations, StringComparison.Ordinal) ? type[StrictRelations.Length..] : type
        : null;

    private static string FolderOf(string part) => part[..(part.LastIndexOf('/') + 1)];

    private static string RelationsOf(string part) => FolderOf(part) + "_rels/" + part[FolderOf(part).Length..] + ".rels";

    // A target is counted from the folder of the part that names it, or from the root.
    private static string Resolve(string from, string target)
    {
        var folders = new List<string>(target.StartsWith('/') ? [] : FolderOf(from).Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (step == ".." && folders.Count > 0)
                folders.RemoveAt(folders.Count - 1);
            else if (step is not (".." or "."))
                folders.Add(step);
        return string.Join('/', folders);
    }
}
