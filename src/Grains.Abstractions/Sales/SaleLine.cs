namespace XSight.Abstractions;

/// <summary>What an order left of one product: pieces and their net in minor units, without taxes and shipping.</summary>
/// <param name="ProductId">0 for custom items and for products the store no longer has.</param>
public readonly record struct SaleLine(long ProductId, int Quantity, long NetMinor);
