using System.Globalization;
using XSight.Storage;

namespace XSight.Bench;

/// <summary>A tenant's whole history read from the buyers' feed, as it is when the sales of a shop are first taken into memory.</summary>
public sealed class SalesFeed : IBenchmark
{
    private const int CustomersDefault = 1_000_000;
    private const int OrdersOfCustomer = 3;
    private const int LinesOfOrder = 2;
    private const int BatchOrders = 15_000;
    private const int Products = 5_000;
    private const double BarSeconds = 30;

    public string Name => "feed";

    public string Summary => "seconds to read 1,000,000 buyers, 3,000,000 orders and 6,000,000 lines from the buyers' feed on SQLite (argument: buyers)";

    public async Task<IReadOnlyDictionary<string, object>> RunAsync(string[] arguments)
    {
        var customers = arguments is [var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : CustomersDefault;
        var folder = Directory.CreateTempSubdirectory("xsight-bench-feed-");
        await using var database = await Database.OpenAsync($"sqlite:{Path.Combine(folder.FullName, "feed.db")}", TimeProvider.System, CancellationToken.None);
        var tenant = TenantId.New();
        var writing = await FillAsync(database, tenant, customers);

        var started = TimeProvider.System.GetTimestamp();
        var (buyers, orders, lines) = await ReadAsync(database, tenant);
        var reading = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        folder.Delete(recursive: true);

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"written in {writing:N1} s; {buyers:N0} buyers, {orders:N0} orders, {lines:N0} lines read in {reading:N1} s"));
        return new Dictionary<string, object>
        {
            ["benchmark"] = Name,
            ["buyers"] = buyers,
            ["orders"] = orders,
            ["lines"] = lines,
            ["write_seconds"] = Math.Round(writing, 1),
            ["read_seconds"] = Math.Round(reading, 2),
            ["bar_seconds"] = BarSeconds,
            ["holds"] = orders == (long)customers * OrdersOfCustomer && lines == orders * LinesOfOrder && reading <= BarSeconds,
        };
    }

    /// <summary>As a sync does it: orders in batches, then the metrics of the customers they touched.</summary>
    private static async Task<double> FillAsync(IDatabase database, TenantId tenant, int customers)
    {
        var started = TimeProvider.System.GetTimestamp();
        foreach (var batch in MergeRows.Orders(customers, OrdersOfCustomer).Chunk(BatchOrders))
        {
            await database.Facts.MergeAsync(tenant, [], [.. batch.Select(WithLines)], CancellationToken.None);
        }

        IReadOnlyList<CustomerFacts> touched;
        var after = 0L;
        while ((touched = await database.Facts.ReadTouchedAsync(tenant, after, BatchOrders, CancellationToken.None)).Count > 0)
        {
            await database.Facts.WriteMetricsAsync(
                tenant, [.. touched.Select(c => new DerivedMetrics(c.Customer.CustomerId, c.FactsVersion, CustomerMetrics.None))], CancellationToken.None);
            after = touched[^1].Customer.CustomerId;
        }

        return TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }

    private static OrderRow WithLines(OrderRow row)
    {
        var first = row.Fact.NetMinor / LinesOfOrder;
        return row with
        {
            Fact = row.Fact with
            {
                Lines = [.. Enumerable.Range(0, LinesOfOrder).Select(i => new OrderLine(
                    (row.Fact.OrderId * LinesOfOrder) + i,
                    1_000_000 + ((row.Fact.OrderId + (i * 31)) % Products),
                    2_000_000,
                    "A product of a middling shop",
                    null,
                    1,
                    i == 0 ? first : row.Fact.NetMinor - first))],
                Refunds = [],
            },
        };
    }

    private static async Task<(long Buyers, long Orders, long Lines)> ReadAsync(IDatabase database, TenantId tenant)
    {
        var (buyers, orders, lines) = (0L, 0L, 0L);
        var position = default(SalesPosition);
        SalesPage page;
        do
        {
            page = await database.Sales.ReadAsync(tenant, position, ISalesStore.PageBuyersMax, CancellationToken.None);
            position = page.Next;
            buyers += page.Buyers.Count;
            orders += page.Buyers.Sum(b => (long)b.Orders.Length);
            lines += page.Buyers.Sum(b => b.Orders.Sum(o => (long)o.Lines.Length));
        }
        while (page.More);

        return (buyers, orders, lines);
    }
}
