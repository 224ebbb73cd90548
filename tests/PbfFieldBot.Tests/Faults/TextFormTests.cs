using PbfFieldBot.Channels;
using Xunit;

namespace PbfFieldBot.Tests.Faults;

/// <summary>One form for all that is written, whatever the phone: NFC, no control characters, no marks that turn the reading direction, no halves of pairs.</summary>
[Trait("Base", "sqlite")]
public sealed class TextFormTests
{
    [Theory]
    [Trait("Ligne", "B01")]
    [InlineData("re\u0301union", "r\u00e9union")]
    [InlineData("r\u00e9union", "r\u00e9union")]
    [InlineData("a\u0000b\u0007c\u001b", "abc")]
    [InlineData("a\tb\nc", "a b\nc")]
    [InlineData("\ufeffatelier", "atelier")]
    [InlineData("\u202eabc\u202c \u2066x\u2069", "abc x")]
    [InlineData("\ufffe\uffff", "")]
    [InlineData("\ud83d\udc69\u200d\ud83c\udf3e", "\ud83d\udc69\u200d\ud83c\udf3e")]
    [InlineData("\u0661\u0662", "\u0661\u0662")]
    public void WhatIsWrittenComesInOneForm(string written, string taken) => Assert.Equal(taken, TextForm.Clean(written));

    [Fact]
    [Trait("Ligne", "B01")]
    public void HalvesOfPairsGoAndWhatIsCleanStaysAsItIs()
    {
        Assert.Equal("ab", TextForm.Clean("a" + (char)0xD800 + "b" + (char)0xDC00));
        var zalgo = "o" + string.Concat(Enumerable.Repeat("\u0301\u0327", 200));
        Assert.Equal(TextForm.Clean(zalgo), TextForm.Clean(TextForm.Clean(zalgo)));
    }
}
