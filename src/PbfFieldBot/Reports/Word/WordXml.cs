using System.Xml.Linq;

namespace PbfFieldBot.Reports.Word;

/// <summary>Names of WordprocessingML, in both of its namespaces: the usual one and the strict one.</summary>
internal static class WordXml
{
    public static readonly XNamespace Usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    // What may stand around rows, cells, paragraphs or runs without being one.
    private static readonly string[] Wrappers = ["sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"];

    public static bool IsWord(XNamespace space) => space == Usual || space == Strict;

    public static bool Is(this XElement element, string name) => element.Name.LocalName == name && IsWord(element.Name.Namespace);

    public static bool IsAny(this XElement element, params ReadOnlySpan<string> names) => names.Contains(element.Name.LocalName) && IsWord(element.Name.Namespace);

    /// <summary>The first child of that name.</summary>
    public static XElement? Child(this XElement element, string name) => element.Elements().FirstOrDefault(e => e.Is(name));

    /// <summary>All elements below of that name.</summary>
    public static IEnumerable<XElement> Below(this XElement element, string name) => element.Descendants().Where(e => e.Is(name));

    /// <summary>Children of that name, also those that stand in a content control or a tracked insertion.</summary>
    public static IEnumerable<XElement> Inner(this XElement element, string name) =>
        element.Elements().SelectMany(e => e.Is(name) ? [e] : e.IsAny(Wrappers) ? e.Inner(name) : []);

    /// <summary>An attribute of Word's own, "val" when not named.</summary>
    public static string? Val(this XElement? element, string name = "val") => element?.Attribute(element.Name.Namespace + name)?.Value;

    /// <summary>True for a switch that is there and not off.</summary>
    public static bool IsOn(this XElement? element) => element is not null && element.Val() is not ("0" or "false" or "off");

    /// <summary>A new element in the namespace of the document that it goes into.</summary>
    public static XElement New(this XElement near, string name, params object?[] content) => new(SpaceOf(near) + name, content);

    /// <summary>A new attribute in the namespace of the document that it goes into.</summary>
    public static XAttribute NewVal(this XElement near, string name, object value) => new(SpaceOf(near) + name, value);

    private static XNamespace SpaceOf(XElement near) => near.AncestorsAndSelf().Select(e => e.Name.Namespace).FirstOrDefault(IsWord) ?? Usual;
}
