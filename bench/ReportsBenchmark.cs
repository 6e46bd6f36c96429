using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using XSight.Grains.Syncing;
using XSight.Testing.Postgres;

namespace XSight.Bench;

/// <summary>
/// What the pages of sales ask, at a million customers and three million orders, through the grain on both databases. An order arrives
/// before every question, so that each one reads the feed and scans; nothing is answered from what was remembered. One part alone runs
/// with the word <c>scans</c>, <c>sqlite</c> or <c>postgresql</c> after the name.
/// </summary>
public sealed class ReportsBenchmark : IBenchmark
{
    private const int Rounds = 40;
    private const int WarmRounds = 3;
    private const int FirstAttemptsMax = 6_000;
    private const double BarMilliseconds = 100;
    private static readonly TimeSpan FirstAttemptPause = TimeSpan.FromMilliseconds(100);
    private const double Percentile = 0.95;

    private int _arrived;

    public string Name => "reports";

    public string Summary => "revenue, cohorts, products, repeat, concentration, bridge at 1,000,000 customers and 3,000,000 orders; against SQL GROUP BY";

    public async Task<IReadOnlyDictionary<string, object>> RunAsync(string[] arguments)
    {
        var today = (int)(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 86_400);
        var shop = new ReportsShop(today);
        var figures = new Dictionary<string, object> { ["customers"] = ReportsShop.Customers, ["orders"] = ReportsShop.Orders };
        var holds = arguments is not ["scans"];
        if (arguments is [] or ["scans"])
        {
            ReportsScans.Run(shop, today);
        }

        if (arguments is [] or ["sqlite"])
        {
            holds &= await MeasureSqliteAsync(shop, today, figures);
        }

        if (arguments is [] or ["postgresql"])
        {
            holds &= await MeasurePostgresAsync(shop, today, figures);
        }

        figures["barMs"] = BarMilliseconds;
        figures["holds"] = holds;
        return figures;
    }

    private async Task<bool> MeasureSqliteAsync(ReportsShop shop, int today, Dictionary<string, object> figures)
    {
        var folder = Directory.CreateTempSubdirectory("xsight-bench-reports-");
        try
        {
            var path = Path.Combine(folder.FullName, "reports.db");
            var tenant = TenantId.New();
            await using var connection = new SqliteConnection($"Data Source={path}");
            await using var silo = await ReportsSilo.StartAsync($"sqlite:{path}");
            await silo.CreateAsync(tenant);
            await ReportsFill.SqliteAsync(path, tenant, shop);
            await connection.OpenAsync();
            return await MeasureAsync("sqlite", silo, tenant, new ReportsRival(connection, tenant), today, figures);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<bool> MeasurePostgresAsync(ReportsShop shop, int today, Dictionary<string, object> figures)
    {
        await using var server = await PostgresServer.StartAsync();
        var address = new Uri(await server.CreateDatabaseAsync());
        var user = address.UserInfo.Split(':');
        var tenant = TenantId.New();
        await using var connection = new NpgsqlConnection(
            $"Host={address.Host};Port={address.Port};Database={address.AbsolutePath[1..]};Username={user[0]};Password={user[1]};Command Timeout=0;Pooling=false");
        await using var silo = await ReportsSilo.StartAsync(address.AbsoluteUri);
        await silo.CreateAsync(tenant);
        await connection.OpenAsync();
        await ReportsFill.PostgresAsync(connection, tenant, shop);
        return await MeasureAsync("postgresql", silo, tenant, new ReportsRival(connection, tenant), today, figures);
    }

    private async Task<bool> MeasureAsync(string database, ReportsSilo silo, TenantId tenant, ReportsRival rival, int today, Dictionary<string, object> figures)
    {
        var (rivals, rivalNet) = await rival.RunAsync();
        TenantScope.Enter(tenant);
        var sales = silo.Grains.GetGrain<ISalesGrain>(tenant.Value);
        var bytesBefore = GC.GetTotalMemory(forceFullCollection: true);
        var (began, usedBefore) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var all = await FirstAnswerAsync(() => sales.GetRevenue(new RevenueQuery(CalendarPeriod.Month, today - ReportsShop.HistoryDays + 1, today, RefundDating.Order)));
        var coldSeconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var coldProcessor = (Environment.CpuUsage.TotalTime - usedBefore).TotalSeconds;
        var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - bytesBefore) / 1e6;
        var equal = all.Total.Figures.NetMinor == rivalNet && all.Total.Figures.Orders == ReportsShop.Orders;

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{database}: cold load {coldSeconds:F1} s ({coldProcessor:F1} s of this process' processor), {megabytes:F0} MB in memory, net equal to SQL's: {(equal ? "yes" : "NO")}"));
        Console.WriteLine($"   {"question",-34}{"p50 ms",10}{"p95 ms",10}{"CPU ms",10}{"SQL ms",12}");
        var worst = 0.0;
        foreach (var (name, rivalName, ask) in Questions(today, sales))
        {
            var times = await AskAsync(silo, tenant, ask);
            worst = Math.Max(worst, times.P95);
            var theirs = rivals.TryGetValue(rivalName, out var ms) ? ms.ToString("N0", CultureInfo.InvariantCulture) : "";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   {name,-34}{times.P50,10:F1}{times.P95,10:F1}{times.Processor,10:F1}{theirs,12}"));
            figures[$"{database}_{name.Replace(' ', '_')}_p95_ms"] = Math.Round(times.P95, 1);
            figures[$"{database}_{name.Replace(' ', '_')}_cpu_ms"] = Math.Round(times.Processor, 1);
        }

        figures[$"{database}_cold_load_s"] = Math.Round(coldSeconds, 1);
        figures[$"{database}_cold_load_cpu_s"] = Math.Round(coldProcessor, 1);
        figures[$"{database}_megabytes"] = Math.Round(megabytes);
        figures[$"{database}_worst_p95_ms"] = Math.Round(worst, 1);
        figures[$"{database}_equal_to_sql"] = equal;
        foreach (var (name, ms) in rivals)
        {
            figures[$"{database}_sql_{name}_ms"] = Math.Round(ms);
        }

        return equal && worst <= BarMilliseconds;
    }

    private static (string Name, string Rival, Func<Task> Ask)[] Questions(int today, ISalesGrain sales)
    {
        var begin = today - ReportsShop.HistoryDays + 1;
        var month = new CohortQuery(CalendarPeriod.Month);
        return
        [
            ("revenue by day, 30 days", "", () => sales.GetRevenue(new RevenueQuery(CalendarPeriod.Day))),
            ("revenue by day, three years", "revenue", () => sales.GetRevenue(new RevenueQuery(CalendarPeriod.Day, begin))),
            ("revenue by month, three years", "", () => sales.GetRevenue(new RevenueQuery(CalendarPeriod.Month, begin, null, RefundDating.Order))),
            ("cohorts by month", "cohorts", () => sales.GetCohorts(month)),
            ("cohorts by week", "", () => sales.GetCohorts(new CohortQuery(CalendarPeriod.Week))),
            ("cohorts by month and product", "", () => sales.GetCohorts(month with { Split = CohortSplit.Product })),
            ("cohorts by month and country", "", () => sales.GetCohorts(month with { Split = CohortSplit.Country })),
            ("products and pairs, 90 days", "", () => sales.GetProducts(new ProductQuery(today - 89))),
            ("products and pairs, all time", "products", () => sales.GetProducts(new ProductQuery())),
            ("first products", "", () => sales.GetFirstProducts(new FirstProductQuery())),
            ("repeat and gaps", "", () => sales.GetRepeat(new RepeatQuery())),
            ("concentration", "", () => sales.GetConcentration(new ConcentrationQuery())),
            ("bridge, a quarter", "", () => sales.GetBridge(new BridgeQuery(today - 90, today))),
            ("orders behind a quarter", "", () => sales.GetOrders(new SalesOrdersQuery(today - 90, today))),
            ("people of a cohort's cell", "", () => sales.GetPeople(new SalesPeopleQuery(today - 60, today - 31, Cell: new CohortCell(month, begin + 400)))),
        ];
    }

    /// <summary>On a machine that does much else the load may outlast a call; it goes on all the same, and whoever asks again gets the answer.</summary>
    private static async Task<T> FirstAnswerAsync<T>(Func<Task<T>> ask)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ask();
            }
            catch (StoreBeingReadException) when (attempt < FirstAttemptsMax)
            {
                await Task.Delay(FirstAttemptPause);
            }
        }
    }

    /// <summary>
    /// Times one question again and again, each after an order that was committed before it. Processor time is this process' mean: a
    /// database of its own is not in it, and a busy machine does not count against it.
    /// </summary>
    private async Task<(double P50, double P95, double Processor)> AskAsync(ReportsSilo silo, TenantId tenant, Func<Task> ask)
    {
        var times = new double[Rounds];
        var used = TimeSpan.Zero;
        for (var round = -WarmRounds; round < Rounds; round++)
        {
            var order = ReportsShop.Next(++_arrived, TimeProvider.System.GetUtcNow());
            await silo.Database.Facts.ApplyAsync(tenant, order.Fact.CustomerId, null, [order], [], OrderClassifier.Derive, CancellationToken.None);
            var (began, usedBefore) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            await ask();
            if (round >= 0)
            {
                used += Environment.CpuUsage.TotalTime - usedBefore;
                times[round] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }
        }

        Array.Sort(times);
        return (times[Rounds / 2], times[(int)(Percentile * Rounds)], used.TotalMilliseconds / Rounds);
    }
}
