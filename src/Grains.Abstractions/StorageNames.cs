namespace XSight.Abstractions;

/// <summary>Names of grain storage providers and of the states in them. A state name is unique over the service: orleans-adonet.md says why.</summary>
public static class StorageNames
{
    /// <summary>The one relational provider.</summary>
    public const string Relational = "relational";

    public const string Tenant = "tenant";
    public const string User = "user";
    public const string SyncRun = "sync-run";
    public const string Insights = "insights";
    public const string Forecast = "forecast";
}
