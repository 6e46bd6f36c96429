using StackExchange.Redis;
using XSight.Storage;

namespace XSight.Grains.Hosting;

/// <summary>Addresses as our configuration has them, URLs, in the forms that Orleans' providers take.</summary>
public static class ProviderAddress
{
    private const int RedisPort = 6379;

    /// <summary>The schema of deploy/sql/orleans.sql.</summary>
    private const string Schema = "orleans";

    /// <exception cref="FormatException">It is none of PostgreSQL.</exception>
    public static string Postgres(string url)
    {
        try
        {
            var address = PostgresUrl.Parse(url);
            address.SearchPath = Schema;
            return address.ConnectionString;
        }
        catch (FormatException malformed)
        {
            throw new FormatException($"DATABASE_URL: {malformed.Message}", malformed);
        }
    }

    /// <exception cref="FormatException">No <c>redis://</c> or <c>rediss://</c> URL with a host.</exception>
    public static ConfigurationOptions Redis(string url)
    {
        var uri = ParseRedis(url);
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

    private static Uri ParseRedis(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "redis" or "rediss" && uri.Host.Length > 0
            ? uri
            : throw new FormatException("REDIS_URL is not redis://[user:password@]host[:port]/…");

    private static (string? User, string? Password) Login(Uri uri)
    {
        var parts = uri.UserInfo.Split(':', 2);
        return (Part(parts, 0), Part(parts, 1));
    }

    private static string? Part(string[] parts, int index) =>
        index < parts.Length && parts[index].Length > 0 ? Uri.UnescapeDataString(parts[index]) : null;
}
