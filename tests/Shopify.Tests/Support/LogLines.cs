using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace XSight.Shopify.Tests;

/// <summary>Everything logged, as lines.</summary>
internal sealed class LogLines : ConcurrentQueue<string>, ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Line(this);

    public void Dispose()
    {
    }

    private sealed class Line(LogLines lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
    }
}
