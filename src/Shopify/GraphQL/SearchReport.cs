namespace XSight.Shopify;

/// <summary>How a search expression was understood.</summary>
internal sealed record SearchReport(string? Query, SearchWarning[]? Warnings);
