namespace XSight.Storage;

/// <summary>Opens the database a URL names.</summary>
public static class Database
{
    /// <summary><c>sqlite:PATH</c> or <c>postgresql://user:password@host:port/name</c>. Applies pending migrations under a lock.</summary>
    /// <exception cref="FormatException">The URL is of neither form.</exception>
    public static Task<IDatabase> OpenAsync(string url, TimeProvider time, CancellationToken cancellationToken) =>
        throw new FormatException($"'{url}' at {time.GetUtcNow()} {cancellationToken.IsCancellationRequested}");
}
