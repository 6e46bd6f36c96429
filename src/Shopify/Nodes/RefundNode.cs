using System.Text.Json.Serialization;

namespace XSight.Shopify;

/// <summary>A refund of an order.</summary>
internal sealed class RefundNode
{
    [JsonConverter(typeof(GidConverter))]
    public long? Id { get; set; }

    /// <summary>The schema allows none.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? ProcessedAt { get; set; }

    public MoneyBagNode? TotalRefundedSet { get; set; }
}
