namespace XSight.Api.Live;

/// <summary>Names of the hub's methods and of the events it sends.</summary>
public static class LiveEvents
{
    public const string Path = "/hubs/live";

    public const string Subscribe = "sync:subscribe";
    public const string Unsubscribe = "sync:unsubscribe";
    public const string Status = "sync:status";

    public const string SyncActive = "sync:active";
    public const string SyncProgress = "sync:progress";
    public const string SyncUpdate = "sync:update";
    public const string SyncCompleted = "sync:completed";
    public const string SyncFailed = "sync:failed";
    public const string SyncError = "sync:error";
    public const string InsightsChanged = "insights:changed";
    public const string OrderReceived = "order:received";
    public const string CustomersChanged = "customers:changed";
}
