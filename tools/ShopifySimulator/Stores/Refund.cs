namespace XSight.ShopifySimulator;

/// <summary>Money given back on an order.</summary>
internal sealed record Refund(long Id, Order Order, long At, long AmountMinor, string? Note);
