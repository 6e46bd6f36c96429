namespace XSight.Shopify;

/// <summary>How the store writes a <see cref="BulkStatus"/>: in capitals in GraphQL, in lower case in webhooks.</summary>
internal static class BulkStatuses
{
    public static BulkStatus Read(string status) => status.ToUpperInvariant() switch
    {
        "CREATED" => BulkStatus.Created,
        "RUNNING" => BulkStatus.Running,
        "COMPLETED" => BulkStatus.Completed,
        "CANCELING" => BulkStatus.Canceling,
        "CANCELED" => BulkStatus.Canceled,
        "FAILED" => BulkStatus.Failed,
        "EXPIRED" => BulkStatus.Expired,
        _ => BulkStatus.Unknown,
    };
}
