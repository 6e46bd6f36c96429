namespace XSight.Bench;

/// <summary>One customer as both sides get it.</summary>
public readonly record struct RfmBenchRow(long CustomerId, int LastDay, int Orders, long MoneyMinor)
{
    public CustomerMetrics Metrics => new()
    {
        OrdersCount = Orders,
        TotalSpentMinor = MoneyMinor,
        FirstOrderDay = LastDay,
        LastOrderDay = LastDay,
    };
}
