using Xunit;
namespace PbfFieldBot.Tests;

public sealed class PlaceholderTests
{
    [Fact]
    public void TheEngineReferencesNoDatabaseAndNoNetworkLibrary()
    {
        var names = System.Reflection.Assembly.Load("PbfFieldBot.Engine").GetReferencedAssemblies().Select(a => a.Name ?? "").ToList();
        Assert.DoesNotContain(names, n => n.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || n.StartsWith("Telegram", StringComparison.Ordinal) || n.StartsWith("System.Net.Http", StringComparison.Ordinal));
    }
}
