namespace XSight.Shopify;

/// <summary>Why a mutation did nothing; the code only where the schema has one.</summary>
internal sealed record UserErrorNode(string? Message, string? Code);
