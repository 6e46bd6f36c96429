using System.Text.Json.Serialization;

namespace XSight.Shopify;

/// <summary>What customers and orders have in common. Members are nullable throughout: the mapping says by name what is missing.</summary>
internal abstract class FactNode
{
    /// <summary>Only in bulk results.</summary>
    [JsonPropertyName("__typename")]
    public string? TypeName { get; init; }

    /// <summary>Only on the lines of a nested connection.</summary>
    [JsonPropertyName("__parentId")]
    public string? ParentId { get; init; }

    [JsonConverter(typeof(GidConverter))]
    public long? Id { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }
}
