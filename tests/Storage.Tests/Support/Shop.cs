using System.Collections.Immutable;
using XSight.Storage;

namespace XSight.Storage.Tests;

/// <summary>One tenant with facts made in a line each. Versions and days are small numbers; money is minor units.</summary>
internal sealed class Shop(IDatabase database, TenantId tenant)
{
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public TenantId Tenant => tenant;

    public IFactStore Facts => database.Facts;

    /// <summary>The instant of a source version.</summary>
    public static DateTimeOffset At(int version) => Epoch.AddMinutes(version);

    public static CustomerFact Customer(long id, int version = 1, string? first = null, string? last = null, string? email = null) => new()
    {
        CustomerId = id,
        UpdatedAt = At(version),
        CreatedAt = Epoch.AddDays(-(id % 1_000)),
        FirstName = first,
        LastName = last,
        Email = email,
    };

    public static OrderRow Order(long id, long? customer, int version = 1, int day = 100, long net = 1_000, bool counted = true, bool deleted = false) => new(
        new OrderFact
        {
            OrderId = id,
            CustomerId = customer,
            Name = $"#{id}",
            UpdatedAt = At(version),
            CreatedAt = Epoch,
            ProcessedAt = DateTimeOffset.UnixEpoch.AddDays(day).AddHours(12),
            FinancialStatus = counted ? "paid" : "voided",
            GrossMinor = net + 100,
            NetMinor = net,
            Currency = "USD",
            Deleted = deleted,
        },
        day,
        counted);

    /// <summary>The order as a source tells it that knows its lines: product, pieces, net each.</summary>
    public static OrderRow WithLines(OrderRow row, params (long Product, int Quantity, long Net)[] lines) => row with
    {
        Fact = row.Fact with
        {
            Lines = [.. lines.Select((l, i) => new OrderLine(
                (row.Fact.OrderId * 10) + i, l.Product == 0 ? null : l.Product, l.Product == 0 ? null : l.Product + 1, $"Product {l.Product}", null, l.Quantity, l.Net))],
        },
    };

    /// <summary>The order as a source tells it that knows its refunds: day and amount each.</summary>
    public static OrderRow WithRefunds(OrderRow row, params (int Day, long Amount)[] refunds) => row with
    {
        Fact = row.Fact with
        {
            Refunds = [.. refunds.Select((r, i) => new OrderRefund((row.Fact.OrderId * 10) + i, DateTimeOffset.UnixEpoch.AddDays(r.Day), r.Amount))],
        },
        RefundDays = [.. refunds.Select(r => r.Day)],
    };

    /// <summary>The definition of the metrics, over a customer's orders.</summary>
    public static CustomerMetrics Derive(IReadOnlyList<OrderRow> orders) =>
        Derive([.. orders.Where(o => o.Counted).Select(o => new CountedOrder(o.Fact.ProcessedAt, o.Day, o.Fact.NetMinor))]);

    public static CustomerMetrics Derive(IReadOnlyList<CountedOrder> orders)
    {
        var counted = orders.OrderBy(o => o.ProcessedAt).ToList();
        return counted.Count == 0
            ? CustomerMetrics.None
            : new CustomerMetrics
            {
                OrdersCount = counted.Count,
                TotalSpentMinor = counted.Sum(o => o.NetMinor),
                FirstOrderAt = counted[0].ProcessedAt,
                LastOrderAt = counted[^1].ProcessedAt,
                FirstOrderDay = counted[0].Day,
                LastOrderDay = counted[^1].Day,
            };
    }

    public Task<MergeResult> MergeAsync(params CustomerFact[] customers) => Facts.MergeAsync(Tenant, customers, [], default);

    public Task<MergeResult> MergeAsync(params OrderRow[] orders) => Facts.MergeAsync(Tenant, [], orders, default);

    public Task<MergeResult> MergeAsync(CustomerFact[] customers, OrderRow[] orders) => Facts.MergeAsync(Tenant, customers, orders, default);

    public Task<CustomerChange?> ApplyAsync(long customerId, CustomerFact? customer, params OrderRow[] orders) =>
        Facts.ApplyAsync(Tenant, customerId, customer, orders, [], Derive, default);

    public async Task<long[]> TouchedAsync() =>
        [.. (await Facts.ReadTouchedAsync(Tenant, 0, 1_000, default)).Select(c => c.Customer.CustomerId)];

    public async Task<CustomerFacts> ReadAsync(long customerId) =>
        await Facts.ReadCustomerAsync(Tenant, customerId, default) ?? throw new InvalidOperationException($"There is no customer {customerId}.");

    /// <summary>Derives and writes the metrics of all touched customers.</summary>
    public async Task<IReadOnlyList<CustomerChange>> DeriveAsync()
    {
        var touched = await Facts.ReadTouchedAsync(Tenant, 0, 1_000, default);
        return await Facts.WriteMetricsAsync(
            Tenant, [.. touched.Select(c => new DerivedMetrics(c.Customer.CustomerId, c.FactsVersion, Derive(c.Orders)))], default);
    }

    /// <summary>All buyers after a position, read in pages to the end, the last word on each; and where the feed ends.</summary>
    public async Task<(SortedDictionary<long, ImmutableArray<SaleOrder>> Buyers, SalesPosition End)> SalesAsync(SalesPosition after = default, int limit = 100)
    {
        var buyers = new SortedDictionary<long, ImmutableArray<SaleOrder>>();
        SalesPage page;
        do
        {
            page = await database.Sales.ReadAsync(Tenant, after, limit, default);
            foreach (var buyer in page.Buyers)
            {
                buyers[buyer.Buyer] = buyer.Orders;
            }

            after = page.Next;
        }
        while (page.More);

        return (buyers, after);
    }

    public Task<IReadOnlyList<CustomerChange>> ChangesAsync(long after = 0) => Facts.ReadChangesAsync(Tenant, after, 1_000, default);

    /// <summary>Thresholds of a profile whose group names are their own triples, such as <c>g512</c>.</summary>
    public static RfmThresholds Thresholds(long[] recency, long[] frequency, long[] monetary) => new()
    {
        Recency = [.. recency],
        Frequency = [.. frequency],
        Monetary = [.. monetary],
        Profile = new RfmProfileDefinition
        {
            Name = "custom",
            Groups = [.. from r in Enumerable.Range(1, 5) from f in Enumerable.Range(1, 5) from m in Enumerable.Range(1, 5) select $"g{r}{f}{m}"],
        },
    };

    public static RfmThresholds NoThresholds { get; } = Thresholds([], [], []);

    public static ImmutableArray<string> Words(params string[] words) => [.. words];
}
