namespace XSight.ShopifySimulator;

/// <summary>A change that cannot happen; the message says why.</summary>
public sealed class StoreChangeException(string message) : Exception(message);
