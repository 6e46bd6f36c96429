namespace XSight.ShopifySimulator;

/// <summary>How bulk operations run.</summary>
public sealed record BulkOptions
{
    /// <summary>Objects written per second; null writes as fast as the machine can.</summary>
    public int? ObjectsPerSecond { get; init; }

    /// <value>Seven days, as at Shopify, by default.</value>
    public TimeSpan ResultLifetime { get; init; } = TimeSpan.FromDays(7);
}
