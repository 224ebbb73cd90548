using System.Text;
using System.Xml.Linq;

namespace PbfFieldBot.Reports.Word;

/// <summary>Reads what a person sees of a piece of WordprocessingML: no deleted, moved-away or hidden text, no field codes, alternatives once; no-break signs are plain.</summary>
internal sealed class WordText
{
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private readonly StringBuilder line = new();
    private readonly List<string> lines = [];

    // One entry per open field: true while its code runs, false in its result.
    private readonly Stack<bool> fields = new();

    /// <summary>The visible text; paragraphs and breaks are lines. Tables and text boxes inside are left out.</summary>
    public static string Of(XElement element) => string.Join('\n', Lines(element)).Trim();

    /// <summary>The visible text as one line, blanks joined.</summary>
    public static string LineOf(XElement element) => string.Join(' ', Of(element).Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>True when the element shows nothing but blanks.</summary>
    public static bool IsBlank(XElement element) => Of(element).Length == 0;

    private static IReadOnlyList<string> Lines(XElement element)
    {
        var reader = new WordText();
        if (element.Is("p") || element.Is("r"))
            reader.Read(element);
        else
            reader.ReadAll(element);
        reader.EndLine();
        return reader.lines;
    }

    private void ReadAll(XElement element)
    {
        foreach (var child in element.Elements())
            Read(child);
    }

    private void Read(XElement element)
    {
        if (element.Name.NamespaceName == Compatibility)
            ReadAlternative(element);
        else if (!WordXml.IsWord(element.Name.Namespace))
            ReadAll(element);
        else
            ReadWord(element);
    }

    private void ReadWord(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "p":
                EndLine();
                ReadAll(element);
                EndLine();
                break;
            case "r" when element.Child("rPr")?.Child("vanish").IsOn() == true:
                foreach (var mark in element.Elements().Where(e => e.Is("fldChar")))
                    Read(mark);
                break;
            case "t" when !fields.Contains(true):
                line.Append(Plain(element.Value));
                break;
            case "fldChar":
                Mark(element.Val("fldCharType"));
                break;
            case "br" or "cr":
                EndLine();
                break;
            case "tab" or "ptab" when element.Parent?.Is("r") == true:
                line.Append(' ');
                break;
            case "noBreakHyphen":
                line.Append('-');
                break;
            case "t" or "del" or "moveFrom" or "instrText" or "delText" or "delInstrText" or "rPr" or "pPr" or "tcPr" or "sdtPr" or "sdtEndPr" or "rt" or "tbl" or "txbxContent" or "ffData":
                break;
            default:
                ReadAll(element);
                break;
        }
    }

    // Word shows the first choice that it understands; the other alternatives say the same for older programs.
    private void ReadAlternative(XElement element)
    {
        if (element.Name.LocalName != "AlternateContent")
            ReadAll(element);
        else if ((element.Elements().FirstOrDefault(e => e.Name.LocalName == "Choice") ?? element.Elements().FirstOrDefault()) is { } shown)
            ReadAll(shown);
    }

    private void Mark(string? kind)
    {
        if (kind == "begin")
            fields.Push(true);
        else if (kind is "separate" or "end" && fields.Count > 0)
            fields.Pop();
        if (kind == "separate")
            fields.Push(false);
    }

    private void EndLine()
    {
        if (line.Length > 0)
            lines.Add(line.ToString().Trim(' '));
        line.Clear();
    }

    private static string Plain(string text) => string.Concat(text.Select(letter => letter switch
    {
        '\u00a0' or '\u202f' or '\u2007' or '\t' or '\n' or '\r' or (>= '\u2000' and <= '\u200a') => " ",
        '\u200b' or '\u2060' or '\ufeff' or '\u00ad' => "",
        _ => letter.ToString(),
    }));
}
