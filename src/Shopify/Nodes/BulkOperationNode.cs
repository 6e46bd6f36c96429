using System.Text.Json.Serialization;

namespace XSight.Shopify;

internal sealed record BulkOperationNode
{
    public string? Id { get; init; }

    public string? Status { get; init; }

    public string? ErrorCode { get; init; }

    /// <summary>An UnsignedInt64, which Shopify writes as a string.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public long? ObjectCount { get; init; }

    public Uri? Url { get; init; }

    public Uri? PartialDataUrl { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }
}
