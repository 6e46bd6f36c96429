using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>All orders of one buyer, absolute: they replace whatever was known of the buyer.</summary>
/// <param name="Buyer">A customer's id; minus the order's id for an order without a customer, which is a buyer of its own.</param>
/// <param name="Orders">Not deleted, by <see cref="SaleOrder.ProcessedAtMs"/> and id, oldest first; empty when the buyer has none (any more).</param>
public readonly record struct BuyerSales(long Buyer, ImmutableArray<SaleOrder> Orders);
