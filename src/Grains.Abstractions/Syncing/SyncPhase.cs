namespace XSight.Abstractions;

/// <summary>Runs keep it by its number: a new one goes to the end.</summary>
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

    /// <summary>What is here is compared with the store, after reading and before <see cref="Deriving"/>.</summary>
    Comparing,
}
