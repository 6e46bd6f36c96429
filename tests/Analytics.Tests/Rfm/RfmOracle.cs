using XSight.Analytics.Rfm;

namespace XSight.Analytics.Tests.Rfm;

/// <summary>The definition, literally: every figure from scratch by sorting the whole population.</summary>
public sealed class RfmOracle
{
    private readonly long[] _days;
    private readonly long[] _orders;
    private readonly long[] _money;

    public RfmOracle(IEnumerable<CustomerMetrics> customers)
    {
        var eligible = customers.Where(c => c.OrdersCount > 0).ToArray();
        _days = Sorted(eligible.Select(c => (long)c.LastOrderDay!));
        _orders = Sorted(eligible.Select(c => (long)c.OrdersCount));
        _money = Sorted(eligible.Select(c => c.TotalSpentMinor));
    }

    public int Eligible => _money.Length;

    public RfmScore ScoreOf(CustomerMetrics customer) => new(
        Score(_days, customer.LastOrderDay!.Value),
        Score(_orders, customer.OrdersCount),
        Score(_money, customer.TotalSpentMinor));

    public long? HighValueMinor => Eligible == 0 ? null : _money[(int)Math.Ceiling(Eligible * 90 / 100m) - 1];

    /// <summary>select(ceil(k·n/5)), k = 1..4, of days, orders and money.</summary>
    public long[][] Thresholds => Eligible == 0
        ? [[], [], []]
        : [.. new[] { _days, _orders, _money }.Select(values => Enumerable.Range(1, 4).Select(k => values[(int)Math.Ceiling(k * Eligible / 5m) - 1]).ToArray())];

    private static long[] Sorted(IEnumerable<long> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>1 + min(4, floor(5·below/n)).</summary>
    private static int Score(long[] sorted, long value)
    {
        var low = 0;
        var high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return 1 + Math.Min(4, 5 * low / sorted.Length);
    }
}
