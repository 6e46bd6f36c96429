using System.Diagnostics;
using System.Globalization;
using XSight.Analytics.Sales;

namespace XSight.Bench;

/// <summary>The scans alone, without a grain and without a database: processor milliseconds, so that a busy machine does not count against them.</summary>
internal static class ReportsScans
{
    private const int Runs = 9;

    public static void Run(ReportsShop shop, int today)
    {
        var ledger = Load(shop);
        var stamp = new SalesStamp(DateTimeOffset.UnixEpoch, "USD", today, ledger.FirstDay, ledger.LastDay);
        var begin = today - ReportsShop.HistoryDays + 1;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"scans alone over {ledger.Orders:N0} orders in {ledger.Bytes / 1e6:N0} MB of columns"));
        Time("revenue by day, 30 days", () => RevenueReports.Compute(ledger, new RevenueQuery(CalendarPeriod.Day), stamp));
        Time("revenue by day, three years", () => RevenueReports.Compute(ledger, new RevenueQuery(CalendarPeriod.Day, begin), stamp));
        Time("cohorts by month", () => CohortReports.Compute(ledger, new CohortQuery(CalendarPeriod.Month), stamp));
        Time("cohorts by week and product", () => CohortReports.Compute(ledger, new CohortQuery(CalendarPeriod.Week, CohortSplit.Product), stamp));
        Time("products and pairs, all time", () => ProductReports.Compute(ledger, new ProductQuery(), stamp));
        Time("first products", () => FirstProductReports.Compute(ledger, new FirstProductQuery(), stamp));
        Time("repeat and gaps", () => RepeatReports.Compute(ledger, new RepeatQuery(), stamp));
        Time("concentration", () => ConcentrationReports.Compute(ledger, new ConcentrationQuery(), stamp));
        Time("bridge, a quarter", () => BridgeReports.Compute(ledger, new BridgeQuery(today - 90, today), stamp));
        Time("orders behind a quarter", () => SalesOrdersList.Compute(ledger, new SalesOrdersQuery(today - 90, today), stamp));
    }

    private static SalesLedger Load(ReportsShop shop)
    {
        var ledger = new SalesLedger();
        foreach (var buyer in shop.All().GroupBy(row => row.Fact.CustomerId!.Value, ReportsShop.SaleOf))
        {
            ledger.Replace(new BuyerSales(buyer.Key, [.. buyer]));
        }

        return ledger;
    }

    private static void Time(string name, Func<object> compute)
    {
        using var process = Process.GetCurrentProcess();
        var (wall, processor) = (new double[Runs], new double[Runs]);
        for (var run = 0; run < Runs; run++)
        {
            process.Refresh();
            var (used, began) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
            compute();
            wall[run] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            process.Refresh();
            processor[run] = (process.TotalProcessorTime - used).TotalMilliseconds;
        }

        Array.Sort(wall);
        Array.Sort(processor);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   {name,-34}{processor[Runs / 2],8:F0} ms of processor, {wall[0],8:F1} ms at best, {wall[Runs / 2],8:F1} ms in the middle"));
    }
}
