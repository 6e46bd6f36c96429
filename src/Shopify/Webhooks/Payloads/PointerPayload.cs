using System.Text.Json.Serialization;

namespace XSight.Shopify;

/// <summary>A body that only points at an order or a customer for us; which member does it depends on the topic.</summary>
internal sealed class PointerPayload
{
    public long? Id { get; set; }

    public long? OrderId { get; set; }

    public OrderEditPayload? OrderEdit { get; set; }

    public long? CustomerId { get; set; }

    /// <summary>Topics that came with GraphQL write their names in camel case.</summary>
    [JsonPropertyName("customerId")]
    [JsonConverter(typeof(GidConverter))]
    public long? CustomerGid { get; set; }
}
