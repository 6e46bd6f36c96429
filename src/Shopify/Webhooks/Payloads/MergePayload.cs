using System.Text.Json.Serialization;

namespace XSight.Shopify;

/// <summary>The outcome of a merge of two customers.</summary>
internal sealed class MergePayload
{
    [JsonConverter(typeof(GidConverter))]
    public long? AdminGraphqlApiCustomerKeptId { get; set; }

    [JsonConverter(typeof(GidConverter))]
    public long? AdminGraphqlApiCustomerDeletedId { get; set; }

    public string? Status { get; set; }
}
