namespace XSight.Simulation.Tests.Fuzz;

/// <summary>What of an order is compared; a database keeps milliseconds.</summary>
internal sealed record StoredOrder(long OrderId, long? CustomerId, long UpdatedAtMs, long NetMinor, string? Status)
{
    public static StoredOrder Of(OrderFact order) => new(order.OrderId, order.CustomerId, order.UpdatedAt.ToUnixTimeMilliseconds(), order.NetMinor, order.FinancialStatus);
}
