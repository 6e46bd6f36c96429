namespace XSight.Analytics.Tests.Sales;

/// <summary>An order and whose it is.</summary>
public sealed record RawOrder(long? CustomerId, SaleOrder Sale);
