using System.Diagnostics;
using XSight.Analytics.Rfm;

namespace XSight.Bench;

/// <summary>
/// RFM kept exact order by order, against PostgreSQL's NTILE(5) over the same rows: what the widespread nightly job runs. Both in one
/// process's run on one machine; PostgreSQL warm, with memory to sort in.
/// </summary>
public sealed class RfmBenchmark : IBenchmark
{
    private const int Customers = 1_000_000;
    private const int OrdersPlaced = 200_000;
    private const int OrdersPerDay = 4_000;
    private const int ScanRuns = 21;
    private const int Seed = 1997;

    private const double UpdateBar = 1.0 / 10_000;
    private const double ScanBar = 1.0 / 100;
    private const double BytesBar = 200;

    public string Name => "rfm";

    public string Summary => "RFM of 1,000,000 customers: one order, whole distribution, memory; against PostgreSQL's NTILE(5)";

    public async Task<IReadOnlyDictionary<string, object>> RunAsync(string[] arguments)
    {
        var rows = RfmBenchRows.Resample(Customers, Seed);
        var bytesBefore = GC.GetTotalMemory(forceFullCollection: true);
        var loadWatch = Stopwatch.StartNew();
        var population = Load(rows);
        var counts = new int[RfmTriple.Count];
        CountsOf(population, counts);
        var loadSeconds = loadWatch.Elapsed.TotalSeconds;
        population.SweepGroups(DateTimeOffset.UnixEpoch);
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - bytesBefore) / (double)Customers;

        await using var postgres = await RfmBenchPostgres.StartAsync();
        await postgres.LoadAsync(rows);
        var ntileMs = await postgres.NtileMillisecondsAsync();
        var equal = Enumerable.SequenceEqual(counts, await postgres.CountsByRankAsync());

        var scanMs = ScanMilliseconds(population, counts);
        var orders = PlaceOrders(population, rows);
        var meanUs = orders.Average();
        Array.Sort(orders);


        var updateRatio = meanUs / 1_000 / ntileMs;
        var scanRatio = scanMs / ntileMs;
        var holds = equal && updateRatio <= UpdateBar && scanRatio <= ScanBar && bytes <= BytesBar;
        Console.WriteLine($"rows: CDNOW resampled to {Customers:N0} customers, seed {Seed}; loaded in {loadSeconds:F2} s");
        Console.WriteLine($"PostgreSQL 15, NTILE(5) on three orders and the count of triples   {ntileMs,12:N0} ms");
        Console.WriteLine($"PostgreSQL 15, tie-safe counts by rank() equal to ours             {(equal ? "yes" : "NO"),12}");
        Console.WriteLine($"one order, all 125 counts exact again   mean {meanUs,8:F2} µs   p50 {At(orders, 0.5),8:F2}   p99 {At(orders, 0.99),8:F2}   max {orders[^1],8:F0}");
        Console.WriteLine($"   counts by scan that jumps made necessary: {population.Scans - 1} in {OrdersPlaced:N0} orders");
        Console.WriteLine($"   mean against NTILE: 1/{1 / updateRatio:N0} (bar 1/10,000)");
        Console.WriteLine($"whole distribution by one scan   {scanMs:F2} ms, 1/{1 / scanRatio:N0} of NTILE (bar 1/100)");
        Console.WriteLine($"memory   {bytes:F0} bytes a customer (bar {BytesBar:F0})");
        return new Dictionary<string, object>
        {
            ["customers"] = Customers,
            ["ntileMs"] = Math.Round(ntileMs, 1),
            ["updateMeanUs"] = Math.Round(meanUs, 3),
            ["updateP50Us"] = Math.Round(At(orders, 0.5), 3),
            ["updateP99Us"] = Math.Round(At(orders, 0.99), 3),
            ["updateMaxUs"] = Math.Round(orders[^1], 1),
            ["updateTimesFaster"] = Math.Round(1 / updateRatio),
            ["scanMs"] = Math.Round(scanMs, 3),
            ["scanTimesFaster"] = Math.Round(1 / scanRatio),
            ["bytesPerCustomer"] = Math.Round(bytes, 1),
            ["countsEqualPostgres"] = equal,
            ["holds"] = holds,
        };
    }

    private static RfmPopulation Load(RfmBenchRow[] rows)
    {
        var population = new RfmPopulation(RfmProfiles.Shopify);
        foreach (var row in rows)
        {
            population.Update(row.CustomerId, row.Metrics);
        }

        return population;
    }

    private static void CountsOf(RfmPopulation population, int[] counts)
    {
        foreach (var triple in population.TripleCounts)
        {
            counts[RfmTriple.Of(triple.R, triple.F, triple.M)] = triple.Count;
        }
    }

    /// <summary>The median of several runs; every one must count what is maintained.</summary>
    private static double ScanMilliseconds(RfmPopulation population, int[] counts)
    {
        var scanned = new int[RfmTriple.Count];
        var runs = new double[ScanRuns];
        for (var run = 0; run < runs.Length; run++)
        {
            var began = Stopwatch.GetTimestamp();
            population.Scan(scanned);
            runs[run] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            if (!scanned.AsSpan().SequenceEqual(counts))
            {
                throw new InvalidOperationException("The scan and the maintained counts differ.");
            }
        }

        Array.Sort(runs);
        return runs[ScanRuns / 2];
    }

    /// <summary>Orders as a store gets them, one in five by a new customer; each timed until the counts have been read. Microseconds.</summary>
    private static double[] PlaceOrders(RfmPopulation population, RfmBenchRow[] rows)
    {
        var random = new Random(Seed);
        var microseconds = new double[OrdersPlaced];
        var today = rows.Max(r => r.LastDay);
        var nextId = rows.Max(r => r.CustomerId);
        for (var order = 0; order < OrdersPlaced; order++)
        {
            today += order % OrdersPerDay == 0 ? 1 : 0;
            RfmBenchRow buyer;
            if (random.Next(5) == 0)
            {
                buyer = new RfmBenchRow(++nextId, today, 1, rows[random.Next(rows.Length)].MoneyMinor);
            }
            else
            {
                ref var row = ref rows[random.Next(rows.Length)];
                row = row with { LastDay = today, Orders = row.Orders + 1, MoneyMinor = row.MoneyMinor + random.Next(500, 10_000) };
                buyer = row;
            }

            var metrics = buyer.Metrics;
            var began = Stopwatch.GetTimestamp();
            population.Update(buyer.CustomerId, metrics);
            _ = population.TripleCounts.Length;
            microseconds[order] = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
        }

        return microseconds;
    }

    private static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];
}
