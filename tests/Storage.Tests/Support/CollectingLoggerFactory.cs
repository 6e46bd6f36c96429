using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace XSight.Storage.Tests;

/// <summary>Keeps the values of log messages by the names of their placeholders.</summary>
internal sealed class CollectingLoggerFactory : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<KeyValuePair<string, object?>> _values = [];

    public IEnumerable<object?> Values(string name) => _values.Where(v => v.Key == name).Select(v => v.Value);

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        foreach (var value in (IEnumerable<KeyValuePair<string, object?>>)state!)
        {
            _values.Enqueue(value);
        }
    }

    public void Dispose()
    {
    }
}
