namespace XSight.ShopifySimulator;

/// <summary>A search filter that does not exist and therefore filtered nothing.</summary>
/// <param name="Path">The response key of the connection.</param>
/// <param name="Query">The whole search text.</param>
/// <param name="Field">The name that does not exist.</param>
internal sealed record SearchWarning(string Path, string Query, string Field);
