using Xunit;

namespace PbfFieldBot.Engine.Tests;

public sealed class YamlEditsTests
{
    [Theory]
    [InlineData("a: 1 # one\nb: 2\n", "a", "5", "a: 5 # one\nb: 2\n")]
    [InlineData("a: \"x\"\r\nb: 2\r\n", "c", "5", "a: \"x\"\r\nc: 5\r\nb: 2\r\n")]
    [InlineData("m: { a: 1, b: 2 }", "c", "5", "m: { a: 1, c: 5, b: 2 }")]
    [InlineData("a: |\n  one\n  two\nb: 2\n", "a", "5", "a: 5\nb: 2\n")]
    [InlineData("a: |\n  one\nb: 2\n", "c", "5", "a: |\n  one\nc: 5\nb: 2\n")]
    [InlineData("a: 1", "c", "5", "a: 1\nc: 5")]
    public void OnlyTheValueChanges(string yaml, string key, string value, string changed)
    {
        var edits = new YamlEdits(yaml);
        edits.Set(MapOf(yaml), key, value, "a");
        Assert.Equal(changed, edits.Apply());
    }

    [Theory]
    [InlineData("a: 1\nb: 2 # two\nc: 3\n", "b", "a: 1\nc: 3\n")]
    [InlineData("m: { a: 1, b: 2, c: 3 }", "b", "m: { a: 1, c: 3 }")]
    [InlineData("m: { a: 1, b: 2 }", "a", "m: {  b: 2 }")]
    [InlineData("a: 1\n", "x", "a: 1\n")]
    public void AKeyGoesWithItsLine(string yaml, string key, string changed)
    {
        var edits = new YamlEdits(yaml);
        edits.Remove(MapOf(yaml), key);
        Assert.Equal(changed, edits.Apply());
    }

    [Fact]
    public void ATextReadsBackAsItWas()
    {
        const string text = "\u00ab il \"dit\" : \\ # non \u00bb";
        Assert.Equal(text, ((YamlText)((YamlMap)Yaml.Read("a: " + YamlEdits.Quoted(text)))["a"]!).Value);
    }

    private static YamlMap MapOf(string yaml) => (YamlMap)Yaml.Read(yaml) is { Entries: [{ Value: YamlMap inner }] } ? inner : (YamlMap)Yaml.Read(yaml);
}
