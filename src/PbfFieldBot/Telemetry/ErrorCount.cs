using Microsoft.Extensions.Logging;

namespace PbfFieldBot.Telemetry;

/// <summary>Counts the errors that are logged, by the class that logs them: one place instead of a count beside each.</summary>
internal sealed class ErrorCount : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Part(categoryName[(categoryName.LastIndexOf('.') + 1)..]);

    public void Dispose()
    {
    }

    private sealed class Part(string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is LogLevel.Error or LogLevel.Critical;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                BotMetrics.Failed(name);
        }
    }
}
