using Microsoft.Extensions.Logging;

namespace XSight.Simulation.Tests.Seeded;

/// <summary>What happened in a simulation, line by line, each with its virtual time and turn. Kept only when asked for.</summary>
internal sealed class Trace(bool isKept) : ILoggerProvider, ILogger
{
    private readonly List<string> _lines = [];

    public bool IsKept => isKept;

    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Says when it is; set once there is a clock.</summary>
    public Func<string> Now { get; set; } = () => "";

    public void Note(string line)
    {
        if (isKept)
        {
            _lines.Add($"{Now()} {line}");
        }
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => isKept && logLevel >= LogLevel.Information;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (isKept)
        {
            Note($"log {eventId.Id} {exception?.GetType().Name}"); // messages name runs, whose ids are chance
        }
    }

    void IDisposable.Dispose()
    {
    }
}
