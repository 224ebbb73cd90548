using PbfFieldBot.Engine.Places;
using PbfFieldBot.People;
using Xunit;

namespace PbfFieldBot.Tests.People;

[Trait("Base", "sqlite")]
public sealed class AreasTests
{
    private static readonly Areas Mali = new(Gazetteer.Read("""
        pcode,level,region,cercle,commune,aliases
        ML04,region,Ségou,,,
        ML05,region,Mopti,,,
        ML0406,cercle,Ségou,Ségou,,
        ML0505,cercle,Mopti,Koro,,
        ML0506,cercle,Mopti,Mopti,,
        ML050501,commune,Mopti,Koro,Barapireli,
        """).Places);

    [Theory]
    [InlineData("Mopti", "ML05")]
    [InlineData("segou", "ML04")]
    [InlineData("région de Ségou", "ML04")]
    [InlineData("cercle de Mopti", "ML0506")]
    [InlineData("KORO", "ML0505")]
    [InlineData("ml05", "ML05")]
    [InlineData(null, "NAT")]
    [InlineData("tout", "NAT")]
    [InlineData("National", "NAT")]
    [InlineData("Barapireli", null)]
    [InlineData("Paris", null)]
    public void AnAreaIsReadAsARegionFirst(string? name, string? code) => Assert.Equal(code, Mali.Resolve(name));

    [Theory]
    [InlineData("ML05", "ML0505", true)]
    [InlineData("ML0505", "ML05", false)]
    [InlineData("ML05", "ML0406", false)]
    [InlineData("ML05", "NAT", false)]
    [InlineData("NAT", "ML0406", true)]
    [InlineData("NAT", "NAT", true)]
    public void ARegionCoversItsCerclesAndTheWholeProjectCoversAll(string own, string other, bool covered) => Assert.Equal(covered, Areas.Covers(own, other));

    [Theory]
    [InlineData("ML0505", "MOP")]
    [InlineData("ML04", "SEG")]
    [InlineData("NAT", "NAT")]
    public void AReceiptBeginsWithTheRegion(string area, string prefix) => Assert.Equal(prefix, Mali.ReceiptPrefix(area));
}
