using System.Reflection;
using PbfFieldBot.Tests;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestFramework(typeof(BothDatabases))]

namespace PbfFieldBot.Tests;

/// <summary>
/// Runs each test on SQLite and, when PBF_POSTGRES names a server (a connection string of somebody who may create databases), once more on PostgreSQL:
/// the trait Base says on which. What is about SQLite alone, or about no database, carries Base=sqlite in the source and runs once; what needs a server, Base=postgres.
/// </summary>
internal sealed class BothDatabases : XunitTestFramework
{
    private const string Trait = "Base";
    private const string Postgres = "postgres";

    public static string? Server { get; } = Environment.GetEnvironmentVariable("PBF_POSTGRES") is { Length: > 0 } server ? server : null;

    /// <summary>Whether the test that runs now is the one on PostgreSQL.</summary>
    public static bool IsPostgres => TestContext.Current.TestCase is { } test && test.Traits.TryGetValue(Trait, out var bases) && bases.Contains(Postgres);

    protected override ITestFrameworkDiscoverer CreateDiscoverer(Assembly assembly)
    {
        if (Server is null)
            Console.Error.WriteLine("PBF_POSTGRES names no server: the tests run on SQLite only.");
        return new Discoverer(new XunitTestAssembly(assembly, configFilePath: null, assemblyName: null));
    }

    private sealed class Discoverer(IXunitTestAssembly assembly) : XunitTestFrameworkDiscoverer(assembly)
    {
        protected override ValueTask<bool> FindTestsForMethod(IXunitTestMethod testMethod, ITestFrameworkDiscoveryOptions discoveryOptions, Func<ITestCase, ValueTask<bool>> discoveryCallback)
        {
            var bases = testMethod.Traits.TryGetValue(Trait, out var named) ? named : ["sqlite", Postgres];
            return base.FindTestsForMethod(testMethod, discoveryOptions, async found =>
            {
                var more = true;
                foreach (var name in bases.Where(b => b != Postgres || Server is not null))
                    more = more && await discoveryCallback(On(name, found));
                return more;
            });
        }

        private static ITestCase On(string name, ITestCase found)
        {
            if (found is not XunitTestCase test)
                return found;
            var traits = test.Traits.ToDictionary(t => t.Key, t => t.Value.ToHashSet());
            traits[Trait] = [name];
            return found is XunitDelayEnumeratedTheoryTestCase theory
                ? new XunitDelayEnumeratedTheoryTestCase(theory.TestMethod, theory.TestCaseDisplayName, $"{theory.UniqueID}-{name}", theory.Explicit, theory.SkipTestWithoutData, theory.SkipExceptions, theory.SkipReason, theory.SkipType, theory.SkipUnless, theory.SkipWhen, traits, theory.SourceFilePath, theory.SourceLineNumber, theory.Timeout)
                : new XunitTestCase(test.TestMethod, test.TestCaseDisplayName, $"{test.UniqueID}-{name}", test.Explicit, test.SkipExceptions, test.SkipReason, test.SkipType, test.SkipUnless, test.SkipWhen, traits, test.TestMethodArguments, test.SourceFilePath, test.SourceLineNumber, test.Timeout);
        }
    }
}
