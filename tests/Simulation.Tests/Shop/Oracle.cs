using XSight.Storage;

namespace XSight.Simulation.Tests.Shop;

/// <summary>What must come out, by brute force over the shop as it is in the end: every figure from all orders, every score by comparing with everybody.</summary>
internal sealed class Oracle
{
    private const int Quintiles = 5;
    private const int ChangesMax = 50_000;

    private readonly IReadOnlyDictionary<long, ShopCustomer> _customers;
    private readonly IReadOnlyDictionary<long, ShopOrder> _orders;
    private readonly TimeZoneInfo _zone;
    private readonly Dictionary<long, CustomerMetrics> _metrics;

    public Oracle(IReadOnlyDictionary<long, ShopCustomer> customers, IReadOnlyDictionary<long, ShopOrder> orders, string timeZone)
    {
        (_customers, _orders, _zone) = (customers, orders, TimeZoneInfo.FindSystemTimeZoneById(timeZone));
        var counted = orders.Values.Where(o => o.Counts && o.CustomerId is not null).ToLookup(o => o.CustomerId!.Value);
        _metrics = customers.Keys.ToDictionary(id => id, id => MetricsOf([.. counted[id]]));
    }

    public int Eligible => _metrics.Values.Count(m => m.OrdersCount > 0);

    public int Prospects => _metrics.Count(m => m.Value.OrdersCount == 0 && !_customers[m.Key].Gone);

    /// <summary>Customers and money by their three scores.</summary>
    public Dictionary<(int R, int F, int M), (int Customers, long Minor)> Scores
    {
        get
        {
            var all = _metrics.Values.Where(m => m.OrdersCount > 0).ToList();
            return all
                .GroupBy(m => (Score(all, m, c => c.LastOrderDay!.Value), Score(all, m, c => c.OrdersCount), Score(all, m, c => c.TotalSpentMinor)))
                .ToDictionary(g => g.Key, g => (g.Count(), g.Sum(m => m.TotalSpentMinor)));
        }
    }

    /// <summary>Where the database says something else about the shop; empty when it is right.</summary>
    public async Task<List<string>> DifferencesAsync(IDatabase database, TenantId tenant)
    {
        var wrong = new List<string>();
        foreach (var customer in _customers.Values)
        {
            var stored = await database.Facts.ReadCustomerAsync(tenant, customer.Id, CancellationToken.None);
            wrong.AddRange(Differences(customer, stored));
        }

        var feed = (await database.Facts.ReadChangesAsync(tenant, 0, ChangesMax, CancellationToken.None)).ToDictionary(c => c.CustomerId);
        wrong.AddRange(_customers.Values
            .Where(c => !c.Gone && feed.GetValueOrDefault(c.Id)?.Metrics != _metrics[c.Id])
            .Select(c => $"the feed has {feed.GetValueOrDefault(c.Id)?.Metrics} for customer {c.Id} instead of {_metrics[c.Id]}"));
        wrong.AddRange(_customers.Values
            .Where(c => c.Gone && feed.GetValueOrDefault(c.Id) is { Deleted: false })
            .Select(c => $"the feed still has customer {c.Id}, who is gone"));
        wrong.AddRange((await database.Facts.ReadTouchedAsync(tenant, 0, 100, CancellationToken.None)).Select(t => $"the figures of customer {t.Customer.CustomerId} are older than the facts"));
        wrong.AddRange(await RevenueDifferencesAsync(database, tenant));
        return wrong;
    }

    /// <summary>Where a report on the population says something else.</summary>
    public IEnumerable<string> Differences(RfmReport report)
    {
        if ((report.Eligible, report.Prospects) != (Eligible, Prospects))
        {
            yield return $"RFM counts {report.Eligible} eligible customers and {report.Prospects} prospects instead of {Eligible} and {Prospects}";
        }

        var told = report.Scores.ToDictionary(s => (s.R, s.F, s.M), s => (s.Count, s.RevenueMinor));
        foreach (var (score, expected) in Scores.Where(s => told.GetValueOrDefault(s.Key) != s.Value))
        {
            yield return $"RFM has {told.GetValueOrDefault(score)} with the scores {score} instead of {expected}";
        }
    }

    private IEnumerable<string> Differences(ShopCustomer customer, CustomerFacts? stored)
    {
        if (customer.Gone)
        {
            return stored is { Customer.Deleted: false } ? [$"customer {customer.Id} is gone and still here"] : [];
        }

        if (stored is null || stored.Customer.Deleted)
        {
            return [$"customer {customer.Id} is missing"];
        }

        var wrong = new List<string>();
        if ((stored.Customer.FirstName, stored.Customer.UpdatedAt) != (customer.FirstName, customer.UpdatedAt))
        {
            wrong.Add($"customer {customer.Id} is {stored.Customer.FirstName} of {stored.Customer.UpdatedAt:o} instead of {customer.FirstName} of {customer.UpdatedAt:o}");
        }

        if (stored.Metrics != _metrics[customer.Id])
        {
            wrong.Add($"customer {customer.Id} has {stored.Metrics} instead of {_metrics[customer.Id]}");
        }

        var expected = _orders.Values.Where(o => o.CustomerId == customer.Id && !o.Deleted).Select(Text).Order();
        var orders = stored.Orders.Select(Text).Order();
        wrong.AddRange(expected.Except(orders).Select(o => $"customer {customer.Id} lacks the order {o}"));
        wrong.AddRange(orders.Except(expected).Select(o => $"customer {customer.Id} has the order {o}"));
        return wrong;
    }

    private async Task<IEnumerable<string>> RevenueDifferencesAsync(IDatabase database, TenantId tenant)
    {
        var days = (await database.Orders.SalesByDayAsync(tenant, 0, int.MaxValue, CancellationToken.None)).ToDictionary(d => d.Day, d => (d.Orders, d.NetMinor));
        var expected = _orders.Values.Where(o => o.Counts).GroupBy(Day).ToDictionary(g => g.Key, g => (g.Count(), g.Sum(o => o.NetMinor)));
        var count = await database.Orders.CountAsync(tenant, CancellationToken.None);
        var living = _orders.Values.Count(o => !o.Deleted);
        return expected.Keys.Union(days.Keys)
            .Where(day => days.GetValueOrDefault(day) != expected.GetValueOrDefault(day))
            .Select(day => $"day {day} sold {days.GetValueOrDefault(day)} instead of {expected.GetValueOrDefault(day)}")
            .Concat(count == living ? [] : [$"there are {count} orders instead of {living}"]);
    }

    private CustomerMetrics MetricsOf(IReadOnlyCollection<ShopOrder> counted) => counted.Count == 0 ? CustomerMetrics.None : new CustomerMetrics
    {
        OrdersCount = counted.Count,
        TotalSpentMinor = counted.Sum(o => o.NetMinor),
        FirstOrderAt = counted.Min(o => o.ProcessedAt),
        LastOrderAt = counted.Max(o => o.ProcessedAt),
        FirstOrderDay = Day(counted.MinBy(o => o.ProcessedAt)!),
        LastOrderDay = Day(counted.MaxBy(o => o.ProcessedAt)!),
    };

    private int Day(ShopOrder order) => (int)(TimeZoneInfo.ConvertTime(order.ProcessedAt, _zone).Date - DateTime.UnixEpoch).TotalDays;

    private static int Score(List<CustomerMetrics> all, CustomerMetrics one, Func<CustomerMetrics, long> value) =>
        1 + Math.Min(Quintiles - 1, Quintiles * all.Count(other => value(other) < value(one)) / all.Count);

    private static string Text(ShopOrder order) => $"{order.Id} of {order.UpdatedAt:o}: {order.NetMinor}, {(order.Counts ? "counted" : "not counted")}";

    private static string Text(OrderRow row) => $"{row.Fact.OrderId} of {row.Fact.UpdatedAt:o}: {row.Fact.NetMinor}, {(row.Counted ? "counted" : "not counted")}";
}
