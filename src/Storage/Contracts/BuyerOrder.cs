namespace XSight.Storage;

/// <summary>An order and whose it is.</summary>
/// <param name="Buyer">A customer's id; minus the order's id for an order without a customer.</param>
/// <param name="Order">As it now is.</param>
public readonly record struct BuyerOrder(long Buyer, SaleOrder Order);
