using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace XSight.Api.Tests.Support;

/// <summary>Hears every line of every category at every level, with its values, its scopes and its exception.</summary>
[ProviderAlias("Capture")]
internal sealed class LogCapture : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> _lines = new();
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Category(LogCapture capture, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => capture._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var scopes = new List<string>();
            capture._scopes.ForEachScope((scope, list) => list.Add(Text(scope)), scopes);
            capture._lines.Enqueue($"{logLevel} {name}[{eventId.Id}] {formatter(state, exception)} {Text(state)} {exception} | {string.Join(" > ", scopes)}");
        }

        private static string Text(object? values) => values is IEnumerable<KeyValuePair<string, object?>> pairs
            ? string.Join(' ', pairs.Where(p => p.Key != "{OriginalFormat}").Select(p => $"{p.Key}={p.Value}"))
            : $"{values}";
    }
}
