namespace XSight.Analytics.Tests.Rfm;

/// <summary>Random customers as stores have them: most bought once, many on the same few days, many for the price of the same article.</summary>
public sealed class RandomStore(int seed)
{
    private const int FirstDay = 20_000;
    private static readonly long[] Prices = [999, 1_177, 1_496, 2_500, 10_000];

    public Random Random { get; } = new(seed);

    /// <summary>The store's present day, which operations push forward.</summary>
    public int Today { get; private set; } = FirstDay + 60;

    public CustomerMetrics Customer()
    {
        var orders = 1;
        while (orders < 12 && Random.NextDouble() < 0.35)
        {
            orders++;
        }

        return Metrics(orders, Enumerable.Range(0, orders).Sum(_ => Price()), Today - (int)(60 * Random.NextDouble() * Random.NextDouble()));
    }

    public CustomerMetrics WithOrderToday(CustomerMetrics before) => Metrics(before.OrdersCount + 1, before.TotalSpentMinor + Price(), Today);

    /// <summary>A cancelled order: of an only one nothing is left.</summary>
    public CustomerMetrics WithOneOrderLess(CustomerMetrics before) => before.OrdersCount <= 1
        ? CustomerMetrics.None
        : Metrics(before.OrdersCount - 1, Math.Max(0, before.TotalSpentMinor - Price()), before.LastOrderDay!.Value - Random.Next(10));

    /// <summary>Money goes back, below nothing where the store overpays.</summary>
    public CustomerMetrics WithRefund(CustomerMetrics before) => before with { TotalSpentMinor = before.TotalSpentMinor - Price() };

    public void PassDays(int days) => Today += days;

    public static CustomerMetrics Metrics(int orders, long moneyMinor, int lastDay) => new()
    {
        OrdersCount = orders,
        TotalSpentMinor = moneyMinor,
        FirstOrderDay = FirstDay,
        LastOrderDay = lastDay,
    };

    private long Price() => Random.Next(4) == 0 ? Random.Next(1, 20_000) : Prices[Random.Next(Prices.Length)];
}
