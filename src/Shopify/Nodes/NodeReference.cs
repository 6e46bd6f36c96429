using System.Text.Json.Serialization;

namespace XSight.Shopify;

/// <summary>Of another object its id alone.</summary>
internal sealed class NodeReference
{
    [JsonConverter(typeof(GidConverter))]
    public long? Id { get; set; }
}
