using Npgsql;
using StackExchange.Redis;

namespace XSight.Grains.Hosting;

/// <summary>Addresses as our configuration has them, URLs, in the forms that Orleans' providers take.</summary>
public static class ProviderAddress
{
    private const int RedisPort = 6379;
    private const int PostgresPort = 5432;

    /// <summary>The schema of deploy/sql/orleans.sql.</summary>
    private const string Schema = "orleans";

    /// <exception cref="FormatException">No <c>postgresql://</c> URL with a host and a database.</exception>
    public static string Postgres(string url)
    {
        var uri = Parse(url, "DATABASE_URL", "postgresql", "postgres");
        var (user, password) = Login(uri);
        return new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port < 0 ? PostgresPort : uri.Port,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
            Username = user,
            Password = password,
            SearchPath = Schema,
        }.ConnectionString;
    }

    /// <exception cref="FormatException">No <c>redis://</c> or <c>rediss://</c> URL with a host.</exception>
    public static ConfigurationOptions Redis(string url)
    {
        var uri = Parse(url, "REDIS_URL", "redis", "rediss");
        var (user, password) = Login(uri);
        return new ConfigurationOptions
        {
            EndPoints = { { uri.Host, uri.Port < 0 ? RedisPort : uri.Port } },
            User = user,
            Password = password,
            Ssl = uri.Scheme == "rediss",
            AbortOnConnectFail = false,
        };
    }

    private static Uri Parse(string url, string name, params string[] schemes) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && schemes.Contains(uri.Scheme) && uri.Host.Length > 0
            ? uri
            : throw new FormatException($"{name} is not {schemes[0]}://[user:password@]host[:port]/…");

    private static (string? User, string? Password) Login(Uri uri)
    {
        var parts = uri.UserInfo.Split(':', 2);
        return (Part(parts, 0), Part(parts, 1));
    }

    private static string? Part(string[] parts, int index) =>
        index < parts.Length && parts[index].Length > 0 ? Uri.UnescapeDataString(parts[index]) : null;
}
