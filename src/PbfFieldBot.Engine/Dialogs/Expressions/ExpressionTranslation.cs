using System.Text;
using PbfFieldBot.Engine.Texts;

namespace PbfFieldBot.Engine.Dialogs.Expressions;

/// <summary>
/// Turns an author's expression into XPath 1.0: ${x} becomes ($x), "." becomes ($_), ODK's functions get the prefix odk: (round, position and concat mean
/// something else in XPath's own library), typographic quotes become plain (French forms rely on it, as pyxform does the same).
/// </summary>
internal sealed class ExpressionTranslation
{
    /// <summary>The variable that stands for ".", the answer being checked.</summary>
    public const string Current = "_";

    private static readonly HashSet<string> NotFunctions = ["and", "or", "div", "mod"];
    private readonly StringBuilder output = new();
    private readonly List<string> references = [];
    private readonly string source;
    private int at;

    private ExpressionTranslation(string source) => this.source = source;

    public static PhraseFile Phrases { get; } = PhraseFile.Load(typeof(ExpressionTranslation).Assembly, "problems.fr.yaml");

    public static (string XPath, IReadOnlyList<string> References) Of(string source)
    {
        var plain = source.Replace('\u2018', '\'').Replace('\u2019', '\'').Replace('\u201c', '"').Replace('\u201d', '"').Replace('\u00a0', ' ');
        var translation = new ExpressionTranslation(plain);
        translation.Run();
        return (translation.output.ToString(), translation.references);
    }

    private char Here => source[at];

    private char Next => at + 1 < source.Length ? source[at + 1] : '\0';

    private char Last => output.Length > 0 ? output[^1] : '\0';

    private void Run()
    {
        while (at < source.Length)
        {
            if (Here is '\'' or '"')
                CopyText();
            else if (Here == '$' && Next == '{')
                Reference();
            else if (Here == '.' && Next != '.' && Last != '.' && !char.IsAsciiDigit(Next) && !char.IsAsciiDigit(Last))
                Add("($" + Current + ")", 1);
            else if (char.IsLetter(Here))
                Word();
            else if (char.IsAsciiDigit(Here))
                While(c => char.IsAsciiDigit(c) || c == '.');
            else
                Add(Here.ToString(), 1);
        }
    }

    private void CopyText()
    {
        var end = source.IndexOf(Here, at + 1);
        if (end < 0)
            throw new FormatException(Phrases.Text("expression.open_quote"));
        Add(source[at..(end + 1)], end + 1 - at);
    }

    private void Reference()
    {
        var end = source.IndexOf('}', at);
        var name = end < 0 ? "" : source[(at + 2)..end].Trim();
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            throw new FormatException(Phrases.Text("expression.bad_reference"));
        if (!references.Contains(name))
            references.Add(name);
        Add("($" + name + ")", end + 1 - at);
    }

    private void Word()
    {
        var start = at;
        while (at < source.Length && (char.IsLetterOrDigit(Here) || Here is '_' or '-' or ':'))
            at++;
        var word = source[start..at];
        var after = at;
        while (after < source.Length && char.IsWhiteSpace(source[after]))
            after++;
        var isCall = after < source.Length && source[after] == '(';
        if (isCall && !NotFunctions.Contains(word))
            output.Append(OdkFunctions.XPathName(word));
        else if (NotFunctions.Contains(word))
            output.Append(word);
        else
            throw new FormatException(Phrases.Text("expression.bare_word", ("word", word)));
    }

    private void While(Func<char, bool> goesOn)
    {
        while (at < source.Length && goesOn(Here))
            Add(Here.ToString(), 1);
    }

    private void Add(string text, int read)
    {
        output.Append(text);
        at += read;
    }
}
