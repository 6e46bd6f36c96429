namespace XSight.Shopify;

/// <summary>The store as it describes itself; counts are null when the store does not tell them exactly.</summary>
public sealed record ShopInfo(string Name, ShopDomain Domain, string Currency, string TimeZone, long? Customers, long? Orders);
