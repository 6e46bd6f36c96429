namespace XSight.Shopify;

/// <summary>A decimal string and its ISO 4217 code.</summary>
internal sealed record MoneyNode(string? Amount, string? CurrencyCode);
