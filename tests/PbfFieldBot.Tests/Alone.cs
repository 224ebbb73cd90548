using Xunit;

namespace PbfFieldBot.Tests;

/// <summary>Tests that measure the whole process: they run after all others, one at a time.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
