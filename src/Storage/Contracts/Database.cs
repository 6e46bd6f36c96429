using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace XSight.Storage;

/// <summary>Opens the database a URL names.</summary>
public static class Database
{
    private const string SqliteScheme = "sqlite:";
    private const string LogCategory = "XSight.Storage";

    private static readonly string[] PostgresSchemes = ["postgresql://", "postgres://"];

    /// <inheritdoc cref="OpenAsync(string, TimeProvider, ILoggerFactory, CancellationToken)"/>
    public static Task<IDatabase> OpenAsync(string url, TimeProvider time, CancellationToken cancellationToken) =>
        OpenAsync(url, time, NullLoggerFactory.Instance, cancellationToken);

    /// <summary><c>sqlite:PATH</c> or <c>postgresql://user:password@host:port/name</c>. Applies pending migrations under a lock.</summary>
    /// <exception cref="FormatException">The URL is of neither form.</exception>
    public static async Task<IDatabase> OpenAsync(string url, TimeProvider time, ILoggerFactory logs, CancellationToken cancellationToken) =>
        new RelationalDatabase(await OpenEngineAsync(url, time, logs.CreateLogger(LogCategory), cancellationToken));

    private static async Task<StoreEngine> OpenEngineAsync(string url, TimeProvider time, ILogger log, CancellationToken cancellationToken)
    {
        if (url.StartsWith(SqliteScheme, StringComparison.Ordinal) && url.Length > SqliteScheme.Length)
        {
            return await SqliteEngine.OpenAsync(url[SqliteScheme.Length..], time, log, cancellationToken);
        }

        if (PostgresSchemes.Any(scheme => url.StartsWith(scheme, StringComparison.Ordinal)))
        {
            return await PostgresEngine.OpenAsync(url, time, log, cancellationToken);
        }

        throw new FormatException("A database address is sqlite:PATH or postgresql://user:password@host:port/name.");
    }
}
