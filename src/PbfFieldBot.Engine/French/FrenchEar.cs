namespace PbfFieldBot.Engine.French;

/// <summary>How a French word sounds, for words typed as they are heard: "septanbre" sounds like septembre, "karante" like quarante.</summary>
internal static class FrenchEar
{
    private const int Longest = 24;

    /// <summary>The sound of a folded word: one sign for each sound, nasal vowels in capitals, silent endings dropped.</summary>
    public static string Of(string word)
    {
        Span<char> sound = stackalloc char[Longest];
        var length = 0;
        for (var at = 0; at < word.Length && length < Longest;)
        {
            var (sign, taken) = At(word, at);
            if (sign != '\0' && (length == 0 || sound[length - 1] != sign))
                sound[length++] = sign;
            at += taken;
        }

        while (length > 2 && sound[length - 1] is 'e' or 's' or 't' or 'd' or 'z')
            length--;
        return new string(sound[..length]);
    }

    private static (char Sign, int Taken) At(string word, int at)
    {
        var (here, next, after) = (word[at], Letter(word, at + 1), Letter(word, at + 2));
        if (Nasal(here, next, after) is { } nasal)
            return (nasal, 2);
        return (here, next) switch
        {
            ('q', 'u') => ('k', 2),
            ('c', 'h') => ('S', 2),
            ('p', 'h') => ('f', 2),
            ('c', 'e' or 'i' or 'y') => ('s', 1),
            ('c' or 'q', _) => ('k', 1),
            ('x' or 'z', _) => ('s', 1),
            ('o', 'u') => ('u', 2),
            ('a' or 'e', 'i' or 'y') => ('e', 2),
            ('a', 'u') => ('o', 2),
            ('y', _) => ('i', 1),
            ('h', _) => ('\0', 1),
            _ => (here, 1),
        };
    }

    // A vowel before n or m, unless another vowel (or the same consonant) makes the n heard.
    private static char? Nasal(char here, char next, char after) =>
        next is not ('n' or 'm') || IsVowel(after) || after == next ? null
        : here switch { 'a' or 'e' => 'A', 'i' or 'y' => 'I', 'o' => 'O', 'u' => 'U', _ => null };

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static char Letter(string word, int at) => at < word.Length ? word[at] : '\0';
}
