namespace XSight.Analytics.Facts;

/// <summary>A customer's figures from all of its counted orders, in any order; the same function on every road a fact can take.</summary>
public static class MetricsDerivation
{
    /// <exception cref="OverflowException">The nets exceed 64 bits of minor units.</exception>
    public static CustomerMetrics Derive(ReadOnlySpan<CountedOrder> orders)
    {
        if (orders.IsEmpty)
        {
            return CustomerMetrics.None;
        }

        var first = orders[0];
        var last = orders[0];
        var spent = 0L;
        foreach (ref readonly var order in orders)
        {
            spent = checked(spent + order.NetMinor);
            if (order.ProcessedAt < first.ProcessedAt)
            {
                first = order;
            }

            if (order.ProcessedAt > last.ProcessedAt)
            {
                last = order;
            }
        }

        return new CustomerMetrics
        {
            OrdersCount = orders.Length,
            TotalSpentMinor = spent,
            FirstOrderAt = first.ProcessedAt,
            LastOrderAt = last.ProcessedAt,
            FirstOrderDay = first.Day,
            LastOrderDay = last.Day,
        };
    }
}
