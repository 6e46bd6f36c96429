namespace XSight.Abstractions;

public enum SyncPhase
{
    /// <summary>Accepted, nothing asked of the store yet.</summary>
    Queued,

    /// <summary>The store prepares its bulk files.</summary>
    Preparing,

    Customers,

    Orders,

    /// <summary>Metrics of the touched customers are derived.</summary>
    Deriving,

    Completed,

    Failed,

    Cancelled,
}
