using System.Text.Json.Serialization;

namespace XSight.Shopify;

internal sealed class CustomerReference
{
    [JsonConverter(typeof(GidConverter))]
    public long? Id { get; set; }
}
