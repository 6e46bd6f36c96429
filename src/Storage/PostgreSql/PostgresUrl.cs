using Npgsql;

namespace XSight.Storage;

/// <summary>Reads <c>postgresql://user:password@host:port/name</c>, as libpq writes it.</summary>
internal static class PostgresUrl
{
    private const int DefaultPort = 5432;

    /// <exception cref="FormatException">It lacks a user, a host or a database. The text itself is not repeated: it holds a password.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)
            || uri.Host.Length == 0
            || uri.UserInfo.Length == 0
            || uri.AbsolutePath.Length < 2
            || uri.Query.Length > 0)
        {
            throw new FormatException("A PostgreSQL address is postgresql://user:password@host:port/name.");
        }

        var user = uri.UserInfo.Split(':', 2);
        return new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : DefaultPort,
            Database = Uri.UnescapeDataString(uri.AbsolutePath[1..]),
            Username = Uri.UnescapeDataString(user[0]),
            Password = user.Length == 2 ? Uri.UnescapeDataString(user[1]) : null,
        };
    }
}
