namespace XSight.Analytics.Sales;

/// <summary>A buyer's counted orders in parallel columns, oldest day first; a view into the ledger that holds until it changes.</summary>
/// <param name="buyer">A customer's id; minus the order's id for an order without a customer.</param>
/// <param name="days">Days since 1970-01-01 on the shop's calendar, ascending.</param>
/// <param name="netMinor">What is left of each order, minor units.</param>
/// <param name="timesMs">UTC epoch milliseconds.</param>
public readonly ref struct BuyerOrders(long buyer, ReadOnlySpan<int> days, ReadOnlySpan<long> netMinor, ReadOnlySpan<long> timesMs)
{
    public long Buyer { get; } = buyer;

    public ReadOnlySpan<int> Days { get; } = days;

    public ReadOnlySpan<long> NetMinor { get; } = netMinor;

    public ReadOnlySpan<long> TimesMs { get; } = timesMs;

    public int Count => Days.Length;
}
