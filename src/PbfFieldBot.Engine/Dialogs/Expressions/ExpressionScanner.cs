namespace PbfFieldBot.Engine.Dialogs.Expressions;

/// <summary>
/// Cuts an author's expression into tokens. Typographic quotes become plain (French forms rely on it, as pyxform does the same).
/// Throws <see cref="FormatException"/> with a sentence for what no expression holds.
/// </summary>
internal sealed class ExpressionScanner
{
    private static readonly HashSet<string> WordOperators = ["and", "or", "div", "mod"];
    private static readonly Dictionary<string, string> ForeignWords = new(StringComparer.OrdinalIgnoreCase) { ["and"] = "and", ["or"] = "or", ["div"] = "div", ["mod"] = "mod", ["et"] = "and", ["ou"] = "or" };
    private static readonly Dictionary<string, string> ForeignSigns = new() { ["=="] = "=", ["<>"] = "!=", ["=>"] = ">=", ["=<"] = "<=", ["&&"] = "and", ["||"] = "or", ["!("] = "not(", ["/"] = "div", ["%"] = "mod" };
    private static readonly string[] Signs = ["!=", "<=", ">=", "=", "<", ">", "+", "-", "*"];
    private readonly List<ExpressionToken> tokens = [];
    private readonly string source;
    private int at;

    private ExpressionScanner(string source) => this.source = source;

    /// <summary>The pieces of an expression, in order.</summary>
    public static IReadOnlyList<ExpressionToken> Tokens(string source)
    {
        if (string.IsNullOrWhiteSpace(source))
            throw ExpressionMistake.Of("empty");
        if (source.Length > Limits.ExpressionCharacters)
            throw ExpressionMistake.Of("too_long", ("length", source.Length), ("limit", Limits.ExpressionCharacters));
        var scanner = new ExpressionScanner(source.Replace('\u2018', '\'').Replace('\u2019', '\'').Replace('\u201c', '"').Replace('\u201d', '"').Replace('\u00a0', ' ').Replace('\u202f', ' '));
        while (scanner.at < scanner.source.Length)
            scanner.Next();
        return scanner.tokens;
    }

    private char Here => source[at];

    private char After => at + 1 < source.Length ? source[at + 1] : '\0';

    private void Next()
    {
        if (char.IsWhiteSpace(Here))
            at++;
        else if (Here is '\'' or '"')
            Text();
        else if (Here == '$' && After == '{')
            Reference();
        else if (char.IsAsciiDigit(Here) || (Here == '.' && char.IsAsciiDigit(After)))
            Add(TokenKind.Number, While(c => char.IsAsciiDigit(c) || c == '.'));
        else if (Here == '.' && After != '.')
            Add(TokenKind.Current, Take(1));
        else if (char.IsLetter(Here) || Here == '_')
            Word();
        else
            Sign();
    }

    private void Text()
    {
        var end = source.IndexOf(Here, at + 1);
        if (end < 0)
            throw ExpressionMistake.Of("open_quote");
        Add(TokenKind.Text, Take(end + 1 - at));
    }

    private void Reference()
    {
        var end = source.IndexOf('}', at);
        var name = end < 0 ? "" : source[(at + 2)..end].Trim();
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') || char.IsAsciiDigit(name[0]))
            throw ExpressionMistake.Of("bad_reference");
        at = end + 1;
        Add(TokenKind.Reference, name);
    }

    private void Word()
    {
        var word = While(c => char.IsLetterOrDigit(c) || c is '_' or '-' or ':');
        var next = at;
        while (next < source.Length && char.IsWhiteSpace(source[next]))
            next++;
        var called = next < source.Length && source[next] == '(';
        if (WordOperators.Contains(word))
            Add(TokenKind.Operator, word);
        else if (called && !ForeignWords.ContainsKey(word))
            Add(TokenKind.Function, OdkFunctions.Known(word));
        else if (ForeignWords.TryGetValue(word, out var meant))
            throw ExpressionMistake.Of("written_so", ("word", word), ("meant", meant));
        else
            throw ExpressionMistake.Of("bare_word", ("word", word));
    }

    private void Sign()
    {
        var two = source.Substring(at, Math.Min(2, source.Length - at));
        if ((ForeignSigns.GetValueOrDefault(two) ?? ForeignSigns.GetValueOrDefault(two[..1])) is { } meant)
            throw ExpressionMistake.Of("written_so", ("word", ForeignSigns.ContainsKey(two) ? two : two[..1]), ("meant", meant));
        if (Signs.FirstOrDefault(s => two.StartsWith(s, StringComparison.Ordinal)) is { } sign)
            Add(TokenKind.Operator, Take(sign.Length));
        else if (Here is '(' or ')' or ',')
            Add(Here switch { '(' => TokenKind.Open, ')' => TokenKind.Close, _ => TokenKind.Comma }, Take(1));
        else
            throw ExpressionMistake.Of(two is ".." || Here is '[' or ']' or '@' ? "path" : "strange_sign", ("sign", two is ".." ? two : two[..1]));
    }

    private string While(Func<char, bool> goesOn)
    {
        var length = 0;
        while (at + length < source.Length && goesOn(source[at + length]))
            length++;
        return Take(length);
    }

    private string Take(int length)
    {
        at += length;
        return source[(at - length)..at];
    }

    private void Add(TokenKind kind, string value) => tokens.Add(new ExpressionToken(kind, value));
}
