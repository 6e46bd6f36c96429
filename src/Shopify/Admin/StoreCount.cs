namespace XSight.Shopify;

/// <summary>What a store counted.</summary>
/// <param name="Orders">How many.</param>
/// <param name="IsExact">False when there are at least so many.</param>
public sealed record StoreCount(long Orders, bool IsExact);
