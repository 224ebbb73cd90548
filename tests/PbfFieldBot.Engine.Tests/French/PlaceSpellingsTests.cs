using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Places;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Engine.Tests.French;

/// <summary>Every name of lieux.csv in the spellings of phones, and names that are none of ours.</summary>
public sealed class PlaceSpellingsTests(ITestOutputHelper output)
{
    private static readonly Gazetteer Known = ShippedDialogs.Catalog.Places;
    private static readonly PlaceNames Names = new(Known);

    private static IEnumerable<string> Doubled(string name) => Enumerable.Range(1, name.Length - 1).Where(i => char.IsLetter(name[i])).Select(i => name.Insert(i, name[i].ToString()));

    private static readonly (string, string)[] Sounds =
        [("ou", "u"), ("ou", "w"), ("k", "c"), ("c", "k"), ("gn", "ny"), ("dj", "j"), ("di", "dj"), ("y", "i"), ("i", "y"), ("ss", "s"), ("s", "ss"), ("z", "s"), ("tt", "t"), ("ll", "l"), ("gu", "g"), ("an", "ann"), ("n", "nn"), ("ai", "e")];

    [Theory]
    [InlineData("{0}")]
    [InlineData("à {0}")]
    [InlineData("au village de {0}")]
    [InlineData("{0} svp")]
    [InlineData("on était à {0}")]
    public void EveryNameIsReadWithoutAccents(string frame) => Reach(frame, Plain, 0.99, 0.002);

    [Fact]
    public void NamesAreReadAsTheySound() => Reach("{0}", name => Plain(name).SelectMany(Heard), 0.98, 0.005);

    [Fact]
    public void NamesAreReadWithASlip() => Reach("{0}", name => Plain(name).Where(n => n.Length > 4).SelectMany(Slipped), 0.95, 0.005);

    [Fact]
    public void NamesAreReadGluedOrSplit() => Reach("{0}", name => Plain(name).SelectMany(Cut), 0.98, 0.005);

    [Fact]
    public void NamesAreReadWithADoubledLetter() => Reach("{0}", name => Plain(name).Where(n => n.Length > 2).SelectMany(Doubled), 0.98, 0.005);

    [Fact]
    public void TheCercleDecides()
    {
        Assert.Equal("ML040708", Names.Read("Ouan, cercle de Tominian").Place?.PCode);
        Assert.Equal("San", Names.Read("Somo, cercle de San").Place?.Cercle);
        Assert.Equal("Dah", Names.Read("Da, cercle de San").Place?.Name);
    }

    [Theory]
    [InlineData("Kayes")]
    [InlineData("à Koutiala")]
    [InlineData("sikaso")]
    [InlineData("Niafunké")]
    [InlineData("Ansongo")]
    [InlineData("Bougouni")]
    [InlineData("Zarkanda")]
    [InlineData("Bulimvo")]
    [InlineData("à Kixwela")]
    [InlineData("Pharandel")]
    [InlineData("Blablaville")]
    [InlineData("je ne sais pas")]
    [InlineData("que Dieu vous bénisse")]
    [InlineData("sous l'arbre à palabres")]
    [InlineData("au centre de santé")]
    [InlineData("dans le désert")]
    [InlineData("les hommes armés")]
    [InlineData("15 dont 6 femmes")]
    public void WhatIsNoPlaceOfOursIsRefused(string words)
    {
        var reading = Names.Read(words);
        Assert.Null(reading.Place);
        Assert.Empty(reading.Candidates);
    }

    // Names that two places share are asked, as they should be.
    private void Reach(string frame, Func<string, IEnumerable<string>> spellings, double right, double wrong)
    {
        var own = Known.Places.GroupBy(p => Compact(p.Name)).Where(g => g.Where(p => p.Level == PlaceLevel.Commune).Count() < 2).Select(g => g.Key).Where(n => n.Length > 3).ToHashSet();
        var spelt = Known.All.SelectMany(p => p.Aliases.Append(p.Place.Name)).Select(Compact).ToHashSet();
        var (all, good, bad) = (0, 0, new List<string>());
        foreach (var name in Known.Places.Select(p => p.Name).Where(n => own.Contains(Compact(n))).Distinct())
            foreach (var spelling in spellings(name).Where(s => Compact(s) == Compact(name) || !spelt.Contains(Compact(s))))
            {
                all++;
                var reading = Names.Read(frame.Replace("{0}", spelling, StringComparison.Ordinal));
                good += reading.Place?.Name == name ? 1 : 0;
                if (reading.Place is { } other && other.Name != name)
                    bad.Add(spelling + " = " + other.Name);
            }

        output.WriteLine($"{all} spellings: right {(double)good / all:P2}, wrong without asking {(double)bad.Count / all:P2}: {string.Join(", ", bad.Take(20))}");
        Assert.True((double)good / all >= right && (double)bad.Count / all <= wrong, $"{good} of {all} right, wrong: {string.Join(", ", bad)}");
    }

    private static string Compact(string name) => Folding.Fold(name).Replace(" ", "", StringComparison.Ordinal);

    private static IEnumerable<string> Plain(string name) => [Folding.Fold(name)];

    private static IEnumerable<string> Heard(string name) => Sounds.Where(s => name.Contains(s.Item1, StringComparison.Ordinal)).Select(s =>
    {
        var at = name.IndexOf(s.Item1, StringComparison.Ordinal);
        return name[..at] + s.Item2 + name[(at + s.Item1.Length)..];
    });

    // One letter doubled, dropped, or swapped with the next, in the middle of the name.
    private static IEnumerable<string> Slipped(string name)
    {
        var at = name.Length / 2;
        return [name[..at] + name[at] + name[at..], name[..at] + name[(at + 1)..], name[..(at - 1)] + name[at] + name[at - 1] + name[(at + 1)..]];
    }

    private static IEnumerable<string> Cut(string name) => [name.Replace(" ", "", StringComparison.Ordinal), name[..(name.Length / 2)].TrimEnd() + " " + name[(name.Length / 2)..].TrimStart()];
}
