namespace XSight.Abstractions;

/// <summary>What the newest order calls a product.</summary>
[GenerateSerializer, Immutable, Alias("xsight.product-title")]
public sealed record ProductTitle([property: Id(0)] long ProductId, [property: Id(1)] string Title);
