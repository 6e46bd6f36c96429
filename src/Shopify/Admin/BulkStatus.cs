namespace XSight.Shopify;

public enum BulkStatus
{
    Created,
    Running,
    Completed,
    Canceling,
    Canceled,
    Failed,
    Expired,

    /// <summary>A status this client does not know.</summary>
    Unknown,
}
