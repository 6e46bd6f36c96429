namespace XSight.Shopify;

/// <summary>What Shopify says beside the data.</summary>
internal sealed record AnswerExtensions(QueryCost? Cost, SearchReport[]? Search);
