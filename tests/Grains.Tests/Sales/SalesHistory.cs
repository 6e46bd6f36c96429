using XSight.Grains.Syncing;
using XSight.Storage;

namespace XSight.Grains.Tests.Sales;

/// <summary>
/// A seeded history of facts as a store tells them, over the changes of the clock in New York: new orders, and known ones again with
/// refunds, edits, cancellations, payments, another customer, or gone. Each is merged and derived as a sync does it.
/// </summary>
internal sealed class SalesHistory(TenantId tenant, IFactStore facts, int seed)
{
    public static readonly DateTimeOffset Begin = new(2025, 8, 1, 0, 0, 0, TimeSpan.Zero);

    private const int Customers = 40;
    private const int Products = 7;
    private const int HistoryDays = 260;
    private const int ReadLimit = 1_000;
    private static readonly OrderClassifier Classifier = new("America/New_York");
    private static readonly string?[] Statuses = ["paid", "paid", "paid", "partially_refunded", "pending", "voided", null];

    private readonly Random _random = new(seed);
    private readonly Dictionary<long, OrderFact> _orders = [];
    private int _version;

    public async Task StepAsync(int orders)
    {
        var rows = Enumerable.Range(0, orders).Select(_ => Next()).DistinctBy(o => o.OrderId).Select(Classifier.Classify).ToList();
        await facts.MergeAsync(tenant, [], rows, CancellationToken.None);
        while (await facts.ReadTouchedAsync(tenant, 0, ReadLimit, CancellationToken.None) is { Count: > 0 } touched)
        {
            var metrics = touched.Select(c => new DerivedMetrics(c.Customer.CustomerId, c.FactsVersion, OrderClassifier.Derive(c.Orders))).ToList();
            await facts.WriteMetricsAsync(tenant, metrics, CancellationToken.None);
        }
    }

    private OrderFact Next()
    {
        var order = _orders.Count < 20 || _random.Next(3) == 0 ? New() : Changed(_orders.Values.ElementAt(_random.Next(_orders.Count)));
        order = order with { UpdatedAt = Begin.AddDays(HistoryDays).AddMinutes(++_version) };
        _orders[order.OrderId] = order;
        return order;
    }

    private OrderFact New()
    {
        var at = Begin.AddMinutes(_random.Next(HistoryDays * 24 * 60));
        var id = _orders.Count + 1L;
        var lines = Enumerable.Range(0, _random.Next(4)).Select(i => new OrderLine((id * 10) + i, _random.Next(Products) is > 0 and var p ? p : null, null, "A thing", null, 1, _random.Next(1, 9) * 500));
        var gross = _random.Next(1, 20) * 777L;
        return new OrderFact
        {
            OrderId = id,
            CustomerId = _random.Next(7) == 0 ? null : 1 + _random.Next(Customers),
            Name = $"#{id}",
            UpdatedAt = at,
            CreatedAt = at,
            ProcessedAt = at,
            FinancialStatus = Statuses[_random.Next(Statuses.Length)],
            Test = _random.Next(15) == 0,
            GrossMinor = gross,
            NetMinor = gross,
            Currency = "USD",
            CountryCode = _random.Next(2) == 0 ? "US" : "DE",
            Lines = [.. lines],
            Refunds = [],
        };
    }

    private OrderFact Changed(OrderFact order) => _random.Next(7) switch
    {
        0 => order with { CancelledAt = order.ProcessedAt.AddHours(5) },
        1 => order with { FinancialStatus = "paid", CancelledAt = null },
        2 => order with { CustomerId = _random.Next(5) == 0 ? null : 1 + _random.Next(Customers) },
        3 => order with { NetMinor = order.NetMinor + _random.Next(-200, 200) },
        4 => order with { Deleted = _random.Next(3) == 0 },
        _ => order with
        {
            NetMinor = order.NetMinor - 100,
            Refunds = order.Refunds.Add(new OrderRefund((order.OrderId * 100) + order.Refunds.Length, order.ProcessedAt.AddHours(_random.Next(24 * 40)), 100)),
        },
    };
}
