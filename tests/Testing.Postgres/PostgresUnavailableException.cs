namespace XSight.Testing.Postgres;

/// <summary>There is no PostgreSQL to test with: a reason to skip on a laptop, and to fail where <c>CI</c> is <c>true</c>.</summary>
public sealed class PostgresUnavailableException(string reason) : Exception(reason)
{
    /// <summary>Whether the lack is a fault here.</summary>
    public static bool IsFault => Environment.GetEnvironmentVariable("CI") == "true";
}
