namespace XSight.Shopify;

/// <summary>A page of facts, and the cursor of the next page, null at the end.</summary>
public sealed record FactPage<T>(IReadOnlyList<T> Items, string? NextCursor);
