namespace PbfFieldBot.Engine.French;

/// <summary>What a piece of a text is.</summary>
public enum WordKind
{
    Letters,
    Digits,
    Sign,
    LineEnd,
}

/// <summary>One piece of a text: letters, digits or one sign, folded; where it stands in the folded text, and whether a blank stands before it.</summary>
/// <param name="Fold">Small letters without accents, ASCII digits, or the sign.</param>
/// <param name="Start">Position in <see cref="Words.Plain"/>.</param>
/// <param name="Loose">True when a blank (or the text's beginning) stands before it: "6F" is a digit and a letter that is not loose.</param>
public readonly record struct Word(string Fold, WordKind Kind, int Start, bool Loose)
{
    /// <summary>The end in <see cref="Words.Plain"/>, not included.</summary>
    public int End => Start + Fold.Length;
}

/// <summary>
/// A text cut into words for the readers: "6F 9H" is 6, f, 9, h; apostrophes are dropped ("d'hommes" is d, hommes); "1O" typed for 10 is 10, "l5" typed for 15 is 15, "vingtcinq" is vingt, cinq.
/// </summary>
public sealed class Words
{
    private readonly string source;
    private readonly int[]? origins;

    private readonly Word[] all;

    // Numbers are asked for again and again by dates, counts and lengths of time.
    private readonly NumberSpan?[] numbers;
    private readonly bool[] numbersKnown;

    private Words(string source, string plain, int[]? origins, Word[] all)
    {
        (this.source, this.origins, this.all) = (source, origins, all);
        Plain = plain;
        (numbers, numbersKnown) = (new NumberSpan?[all.Length], new bool[all.Length]);
    }

    /// <summary>The folded text in which <see cref="Word.Start"/> counts.</summary>
    public string Plain { get; }

    public IReadOnlyList<Word> All => all;

    public int Count => all.Length;

    public Word this[int index] => all[index];

    /// <summary>The folded word at an index; the empty text beyond the ends.</summary>
    public string At(int index) => index >= 0 && index < all.Length ? all[index].Fold : "";

    /// <summary>The number that begins at a word; null when none does.</summary>
    internal NumberSpan? NumberAt(int at)
    {
        if (!numbersKnown[at])
            (numbers[at], numbersKnown[at]) = (NumberGrammar.Find(this, at), true);
        return numbers[at];
    }

    /// <summary>True when some word of the text satisfies.</summary>
    internal bool Any(Predicate<Word> wanted) => Array.Exists(all, wanted);

    /// <summary>True when a word stands somewhere in the text.</summary>
    internal bool Has(string fold)
    {
        foreach (var word in all)
            if (word.Fold == fold)
                return true;
        return false;
    }

    /// <summary>Cuts a text. Longer texts than a message can be are cut off.</summary>
    public static Words Of(string text)
    {
        var source = text.Length > Limits.MessageCharacters ? text[..Limits.MessageCharacters] : text;
        var (plain, origins) = Folding.Traced(source);
        var words = new List<Word>(plain.Length / 4 + 1);
        var loose = true;
        for (var at = 0; at < plain.Length;)
        {
            var here = plain[at];
            if (here == '\n')
                words.Add(new Word("\n", WordKind.LineEnd, at, loose));
            if (here is '\'' or '\u2019' or '\u02bc' or '`' or '\u00b4')
            {
                at++;
                loose = words.Count > 0 && words[^1].Kind is WordKind.Letters || loose;
                continue;
            }

            if (char.IsWhiteSpace(here) || char.IsControl(here) || here == '\u200b')
            {
                loose = true;
                at++;
                continue;
            }

            var end = EndOf(plain, at);
            var kind = char.IsAsciiDigit(here) || IsDigitTypedAsLetter(plain, at) ? WordKind.Digits : char.IsLetter(here) ? WordKind.Letters : WordKind.Sign;
            Add(words, plain[at..end], kind, at, loose);
            loose = false;
            at = end;
        }

        return new Words(source, plain, origins, [.. words]);
    }

    /// <summary>The piece of the folded text from one word to another, the last one not included.</summary>
    public string Text(int from, int to) => from >= to ? "" : Plain[all[from].Start..all[to - 1].End];

    /// <summary>The same piece as it was written, accents and capitals included.</summary>
    public string Original(int from, int to)
    {
        if (from >= to)
            return "";
        var (start, end) = (all[from].Start, all[to - 1].End);
        return origins is null ? source[start..end] : source[origins[start]..(end < origins.Length ? origins[end] : source.Length)].TrimEnd();
    }

    private static void Add(List<Word> words, string fold, WordKind kind, int at, bool loose)
    {
        if (kind == WordKind.Digits)
        {
            words.Add(new Word(fold.Replace('o', '0').Replace('l', '1'), kind, at, loose));
            return;
        }

        var from = 0;
        if (kind == WordKind.Letters && GluedNumbers.Cuts(fold) is { } cuts)
            foreach (var cut in cuts)
            {
                words.Add(new Word(fold[from..cut], kind, at + from, loose && from == 0));
                from = cut;
            }

        words.Add(new Word(fold[from..], kind, at + from, loose && from == 0));
    }

    private static int EndOf(string plain, int at)
    {
        var end = at + 1;
        if (IsDigitTypedAsLetter(plain, at))
        {
            while (end < plain.Length && char.IsAsciiDigit(plain[end]))
                end++;
        }
        else if (char.IsLetter(plain[at]))
        {
            while (end < plain.Length && char.IsLetter(plain[end]))
                end++;
        }
        else if (char.IsAsciiDigit(plain[at]))
        {
            while (end < plain.Length && (char.IsAsciiDigit(plain[end]) || IsZeroTypedAsLetter(plain, end)))
                end++;
        }

        return end;
    }

    // "l5" is 15 and "O3" is 03: an L or O that stands alone before digits.
    private static bool IsDigitTypedAsLetter(string plain, int at) =>
        plain[at] is 'l' or 'o' && at + 1 < plain.Length && char.IsAsciiDigit(plain[at + 1]) && (at == 0 || char.IsWhiteSpace(plain[at - 1]) || plain[at - 1] is '/' or '.' or '-');

    private static bool IsZeroTypedAsLetter(string plain, int at) =>
        plain[at] == 'o' && (at + 1 == plain.Length || !char.IsLetter(plain[at + 1]));
}
