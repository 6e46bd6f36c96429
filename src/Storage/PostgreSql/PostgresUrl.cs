using System.Web;
using Npgsql;

namespace XSight.Storage;

/// <summary>Reads <c>postgresql://user:password@host:port/name?sslmode=verify-full&amp;sslrootcert=/path</c>, as libpq writes it.</summary>
public static class PostgresUrl
{
    private const int DefaultPort = 5432;
    private const string Form = "postgresql://user:password@host:port/name, if need be with ?sslmode= and &sslrootcert=";

    private static readonly string[] Schemes = ["postgresql", "postgres"];

    private static readonly Dictionary<string, SslMode> SslModes = new()
    {
        ["disable"] = SslMode.Disable,
        ["allow"] = SslMode.Allow,
        ["prefer"] = SslMode.Prefer,
        ["require"] = SslMode.Require,
        ["verify-ca"] = SslMode.VerifyCA,
        ["verify-full"] = SslMode.VerifyFull,
    };

    /// <exception cref="FormatException">It lacks a user, a host or a database, or says what is not known. The text itself is not repeated: it holds a password.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)
            || !Schemes.Contains(uri.Scheme)
            || uri.Host.Length == 0
            || uri.UserInfo.Length == 0
            || uri.AbsolutePath.Length < 2)
        {
            throw new FormatException($"A PostgreSQL address is {Form}.");
        }

        var user = uri.UserInfo.Split(':', 2);
        var address = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : DefaultPort,
            Database = Uri.UnescapeDataString(uri.AbsolutePath[1..]),
            Username = Uri.UnescapeDataString(user[0]),
            Password = user.Length == 2 ? Uri.UnescapeDataString(user[1]) : null,
        };
        var query = HttpUtility.ParseQueryString(uri.Query);
        foreach (var name in query.AllKeys)
        {
            Set(address, name, query[name]!);
        }

        return address;
    }

    private static void Set(NpgsqlConnectionStringBuilder address, string? name, string value)
    {
        switch (name)
        {
            case "sslmode":
                address.SslMode = SslModes.TryGetValue(value, out var mode)
                    ? mode
                    : throw new FormatException($"sslmode of a PostgreSQL address is one of {string.Join(", ", SslModes.Keys)}.");
                break;
            case "sslrootcert":
                address.RootCertificate = value;
                break;
            default:
                throw new FormatException($"A PostgreSQL address is {Form}; nothing else is known after the question mark.");
        }
    }
}
