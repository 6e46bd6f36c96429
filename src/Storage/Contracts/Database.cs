using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace XSight.Storage;

/// <summary>Opens the database a URL names.</summary>
public static class Database
{
    private const string SqliteScheme = "sqlite:";

    /// <inheritdoc cref="OpenAsync(string, TimeProvider, ILoggerFactory, CancellationToken)"/>
    public static Task<IDatabase> OpenAsync(string url, TimeProvider time, CancellationToken cancellationToken) =>
        OpenAsync(url, time, NullLoggerFactory.Instance, cancellationToken);

    /// <summary><c>sqlite:PATH</c> or <c>postgresql://user:password@host:port/name</c>. Applies pending migrations under a lock.</summary>
    /// <exception cref="FormatException">The URL is of neither form.</exception>
    public static async Task<IDatabase> OpenAsync(string url, TimeProvider time, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        var log = logs.CreateLogger("XSight.Storage");
        return new RelationalDatabase(
            url.StartsWith(SqliteScheme, StringComparison.Ordinal) && url.Length > SqliteScheme.Length
                ? await SqliteEngine.OpenAsync(url[SqliteScheme.Length..], time, log, cancellationToken)
                : throw new FormatException("No database"));
    }
}
