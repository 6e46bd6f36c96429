using System.Diagnostics;
using System.Globalization;
using Npgsql;
using XSight.Analytics.Sales;
using XSight.Grains.Sales;
using XSight.Storage;
using XSight.Testing.Postgres;

namespace XSight.Bench;

/// <summary>
/// A tenant's whole history taken into memory, as at the first question after a start, on both databases: once as the product does it,
/// orders as they lie in the store, and once by the buyers' feed from its beginning. One database alone with the word <c>sqlite</c> or
/// <c>postgresql</c> after the name.
/// </summary>
public sealed class FeedBenchmark : IBenchmark
{
    private const double BarSeconds = 30;

    public string Name => "feed";

    public string Summary => "seconds to take 1,000,000 buyers, 3,000,000 orders and 6,000,000 lines into memory, on SQLite and PostgreSQL";

    public async Task<IReadOnlyDictionary<string, object>> RunAsync(string[] arguments)
    {
        var shop = new ReportsShop((int)(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 86_400));
        var figures = new Dictionary<string, object> { ["customers"] = ReportsShop.Customers, ["orders"] = ReportsShop.Orders, ["bar_seconds"] = BarSeconds };
        var holds = true;
        if (arguments is [] or ["sqlite"])
        {
            holds &= await MeasureSqliteAsync(shop, figures);
        }

        if (arguments is [] or ["postgresql"])
        {
            holds &= await MeasurePostgresAsync(shop, figures);
        }

        figures["holds"] = holds;
        return figures;
    }

    private static async Task<bool> MeasureSqliteAsync(ReportsShop shop, Dictionary<string, object> figures)
    {
        var folder = Directory.CreateTempSubdirectory("xsight-bench-feed-");
        try
        {
            var path = Path.Combine(folder.FullName, "feed.db");
            var tenant = TenantId.New();
            await using var database = await Database.OpenAsync($"sqlite:{path}", TimeProvider.System, CancellationToken.None);
            await ReportsFill.SqliteAsync(path, tenant, shop);
            return await MeasureAsync("sqlite", database, tenant, figures);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> MeasurePostgresAsync(ReportsShop shop, Dictionary<string, object> figures)
    {
        await using var server = await PostgresServer.StartAsync();
        var url = await server.CreateDatabaseAsync();
        var (address, tenant) = (new Uri(url), TenantId.New());
        var user = address.UserInfo.Split(':');
        await using var database = await Database.OpenAsync(url, TimeProvider.System, CancellationToken.None);
        await using (var connection = new NpgsqlConnection(
            $"Host={address.Host};Port={address.Port};Database={address.AbsolutePath[1..]};Username={user[0]};Password={user[1]};Command Timeout=0;Pooling=false"))
        {
            await connection.OpenAsync();
            await ReportsFill.PostgresAsync(connection, tenant, shop);
        }

        return await MeasureAsync("postgresql", database, tenant, figures);
    }

    private static async Task<bool> MeasureAsync(string name, IDatabase database, TenantId tenant, Dictionary<string, object> figures)
    {
        var ledger = new SalesLedger();
        var load = await TimeAsync(() => new SalesFeed(tenant, ledger, database.Sales).CatchUpAsync(CancellationToken.None));
        var orders = 0;
        var feed = await TimeAsync(async () => orders = await ReadFeedAsync(database, tenant));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {ledger.Orders:N0} orders in memory after {load.Seconds:F1} s ({load.Processor:F1} s of this process' processor); {orders:N0} orders by the feed alone in {feed.Seconds:F1} s ({feed.Processor:F1} s)"));
        figures[$"{name}_seconds"] = Math.Round(load.Seconds, 1);
        figures[$"{name}_processor_seconds"] = Math.Round(load.Processor, 1);
        figures[$"{name}_feed_seconds"] = Math.Round(feed.Seconds, 1);
        figures[$"{name}_feed_processor_seconds"] = Math.Round(feed.Processor, 1);
        return ledger.Orders == ReportsShop.Orders && orders == ReportsShop.Orders && load.Seconds <= BarSeconds;
    }

    private static async Task<int> ReadFeedAsync(IDatabase database, TenantId tenant)
    {
        var orders = 0;
        SalesPage page;
        var position = default(SalesPosition);
        do
        {
            page = await database.Sales.ReadAsync(tenant, position, ISalesStore.PageBuyersMax, CancellationToken.None);
            position = page.Next;
            orders += page.Buyers.Sum(buyer => buyer.Orders.Length);
        }
        while (page.More);

        return orders;
    }

    private static async Task<(double Seconds, double Processor)> TimeAsync(Func<Task> work)
    {
        var (began, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await work();
        return (Stopwatch.GetElapsedTime(began).TotalSeconds, (Environment.CpuUsage.TotalTime - used).TotalSeconds);
    }
}
