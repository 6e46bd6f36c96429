using System.Text.Json.Serialization;

namespace XSight.Shopify;

/// <summary>What customers and orders have in common. Members are nullable throughout: the mapping says by name what is missing.</summary>
/// <remarks>
/// All nodes a bulk result is made of have plain setters: the deserializer fills init-only members and constructor parameters by way
/// of an array of boxed arguments, which took 560 bytes more for each order.
/// </remarks>
internal abstract class FactNode
{
    /// <summary>Only in bulk results.</summary>
    [JsonPropertyName("__typename")]
    public string? TypeName { get; set; }

    /// <summary>Only on the lines of a nested connection.</summary>
    [JsonPropertyName("__parentId")]
    public string? ParentId { get; set; }

    [JsonConverter(typeof(GidConverter))]
    public long? Id { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}
