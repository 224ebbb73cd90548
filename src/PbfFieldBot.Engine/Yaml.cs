using PbfFieldBot.Engine.Dialogs;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PbfFieldBot.Engine;

/// <summary>A place in a file; line and column count from 1.</summary>
public readonly record struct YamlPlace(int Line, int Column);

/// <summary>A piece of a YAML file with its place in the file (line and column count from 1).</summary>
public abstract record YamlItem(int Line, int Column)
{
    /// <summary>Where it ends: the place after its last sign.</summary>
    public YamlPlace End { get; init; }
}

/// <summary>A text, number or date as written.</summary>
public sealed record YamlText(string Value, bool Quoted, int Line, int Column) : YamlItem(Line, Column)
{
    /// <summary>True for an empty value, `null` or `~` without quotes.</summary>
    public bool IsNull => !Quoted && Value is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>True when the quote at the end was never opened: the author forgot the first one.</summary>
    public bool EndsWithStrayQuote => !Quoted && Value.EndsWith('"') && Value.IndexOf('"', StringComparison.Ordinal) == Value.Length - 1;

    /// <summary>True for a text of several lines behind "|" or ">": it ends at the beginning of a line.</summary>
    public bool IsBlock { get; init; }
}

/// <summary>A list, in the order of the file.</summary>
public sealed record YamlList(IReadOnlyList<YamlItem> Items, int Line, int Column) : YamlItem(Line, Column);

/// <summary>A map, in the order of the file; keys are unique.</summary>
public sealed record YamlMap(IReadOnlyList<KeyValuePair<YamlText, YamlItem>> Entries, int Line, int Column) : YamlItem(Line, Column)
{
    /// <summary>True for a map between braces.</summary>
    public bool IsFlow { get; init; }

    /// <summary>The value under a key; null when the key is not there.</summary>
    public YamlItem? this[string key] => Entries.FirstOrDefault(e => e.Key.Value == key).Value;
}

/// <summary>A YAML file that cannot be read: what is wrong and where.</summary>
public sealed class YamlProblemException(string code, string detail, int line, int column) : Exception(detail)
{
    public string Code { get; } = code;

    public int Line { get; } = line;

    public int Column { get; } = column;
}

/// <summary>
/// The one door to YamlDotNet: reads one document into items that know their line and column.
/// Anchors, aliases, tags and doubled keys are refused (a nine-line alias bomb stands for 10^9 nodes).
/// </summary>
public static class Yaml
{
    private const int DeepestNesting = 20;

    /// <summary>Reads the text of one file. Throws <see cref="YamlProblemException"/> with a code of <see cref="ProblemCodes"/>.</summary>
    public static YamlItem Read(string text)
    {
        if (text.Length > Limits.AuthoredFileBytes)
            throw new YamlProblemException(ProblemCodes.FileTooLong, "", 1, 1);
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
                return new YamlMap([], 1, 1);
            parser.Consume<DocumentStart>();
            var root = ReadItem(parser, 0);
            parser.Consume<DocumentEnd>();
            if (parser.Accept<DocumentStart>(out var second))
                throw new YamlProblemException(ProblemCodes.SecondDocument, "", (int)second.Start.Line, (int)second.Start.Column);
            return root;
        }
        catch (YamlException problem)
        {
            throw YamlMistakes.Of(text, (int)problem.Start.Line, (int)problem.Start.Column);
        }
    }

    private static YamlItem ReadItem(Parser parser, int depth)
    {
        var at = parser.Current ?? throw new YamlException("unexpected end");
        var (line, column) = ((int)at.Start.Line, (int)at.Start.Column);
        if (depth > DeepestNesting)
            throw new YamlProblemException(ProblemCodes.TooDeep, "", line, column);
        if (at is AnchorAlias || at is NodeEvent { Anchor.IsEmpty: false })
            throw new YamlProblemException(ProblemCodes.Anchor, "", line, column);
        if (at is NodeEvent { Tag.IsEmpty: false } tagged && !tagged.Tag.IsNonSpecific)
            throw new YamlProblemException(ProblemCodes.Tag, tagged.Tag.Value, line, column);
        return at switch
        {
            Scalar => ReadText(parser, line, column),
            SequenceStart => ReadList(parser, depth, line, column),
            MappingStart => ReadMap(parser, depth, line, column),
            _ => throw new YamlException(at.Start, at.End, "unexpected " + at.GetType().Name),
        };
    }

    private static YamlText ReadText(Parser parser, int line, int column)
    {
        var scalar = parser.Consume<Scalar>();
        return new YamlText(scalar.Value, scalar.Style is not ScalarStyle.Plain, line, column) { End = Place(scalar.End), IsBlock = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded };
    }

    private static YamlList ReadList(Parser parser, int depth, int line, int column)
    {
        parser.Consume<SequenceStart>();
        var items = new List<YamlItem>();
        while (!parser.Accept<SequenceEnd>(out _))
            items.Add(ReadItem(parser, depth + 1));
        return new YamlList(items, line, column) { End = Place(parser.Consume<SequenceEnd>().End) };
    }

    private static YamlMap ReadMap(Parser parser, int depth, int line, int column)
    {
        var isFlow = parser.Consume<MappingStart>().Style is MappingStyle.Flow;
        var entries = new List<KeyValuePair<YamlText, YamlItem>>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.Accept<MappingEnd>(out _))
        {
            if (ReadItem(parser, depth + 1) is not YamlText key)
                throw new YamlProblemException(ProblemCodes.YamlError, "", line, column);
            if (!keys.Add(key.Value))
                throw new YamlProblemException(ProblemCodes.DoubledKey, key.Value, key.Line, key.Column);
            entries.Add(new(key, ReadItem(parser, depth + 1)));
        }

        return new YamlMap(entries, line, column) { End = Place(parser.Consume<MappingEnd>().End), IsFlow = isFlow };
    }

    private static YamlPlace Place(Mark mark) => new((int)mark.Line, (int)mark.Column);
}
