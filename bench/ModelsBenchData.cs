using System.Globalization;
using System.IO.Compression;
using XSight.Analytics.Churn;
using XSight.Analytics.Facts;
using XSight.Analytics.Models;

namespace XSight.Bench;

/// <summary>CDNOW's purchase histories of the 39 weeks of calibration, and a large store drawn from them.</summary>
public static class ModelsBenchData
{
    private const int CalibrationDays = 273;

    /// <summary>The day after the last order.</summary>
    public static int Today { get; } = ShopCalendar.DayOf(new DateOnly(1998, 7, 1));

    /// <summary>Counted orders by customer, the whole log.</summary>
    public static CountedOrder[][] CdnowOrders()
    {
        using var gzip = new GZipStream(File.OpenRead(RfmBenchRows.PathOfLog()), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        reader.ReadLine();
        var orders = new Dictionary<string, List<CountedOrder>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            var date = DateOnly.Parse(cells[2], CultureInfo.InvariantCulture);
            if (!orders.TryGetValue(cells[1], out var own))
            {
                orders[cells[1]] = own = [];
            }

            own.Add(new CountedOrder(new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero), ShopCalendar.DayOf(date), (long)(decimal.Parse(cells[3], CultureInfo.InvariantCulture) * 100)));
        }

        return [.. orders.Values.Select(o => o.ToArray())];
    }

    /// <summary>Histories as of the end of the 39 weeks.</summary>
    public static PurchaseHistory[] Calibration(CountedOrder[][] customers)
    {
        var end = ShopCalendar.DayOf(new DateOnly(1997, 1, 1)) + CalibrationDays - 1;
        return Array.ConvertAll(customers, orders => PurchaseHistory.Of(orders, end)!);
    }

    /// <summary>So many customers, each with the orders of one of CDNOW's, up to two months earlier.</summary>
    public static PurchaseLog Repeat(CountedOrder[][] store, int customers, int seed)
    {
        const int ShiftDaysMax = 60;
        var random = new Random(seed);
        return PurchaseLog.Of([.. Enumerable.Range(0, customers).Select(i =>
        {
            var shift = random.Next(ShiftDaysMax);
            return ((long)i + 1, Array.ConvertAll(store[i % store.Length], o => o with { Day = o.Day - shift }));
        })]);
    }

    /// <summary>
    /// Customers of CDNOW with replacement, each life stretched to between half and three times its length and rounded to days: as many
    /// distinct triples as a store of years has, and people who come back as they do there.
    /// </summary>
    public static (PurchaseSummary[] Purchases, SpendSummary[] Spent) Resample(PurchaseHistory[] store, int customers, int seed)
    {
        var random = new Random(seed);
        var purchases = new PurchaseSummary[customers];
        var spent = new SpendSummary[customers];
        for (var i = 0; i < customers; i++)
        {
            var drawn = store[random.Next(store.Length)];
            var stretch = 0.5 + (2.5 * random.NextDouble());
            var (x, lastAge, age) = drawn.Purchases;
            purchases[i] = new PurchaseSummary(x, Math.Ceiling(lastAge * stretch), Math.Ceiling(age * stretch));
            spent[i] = drawn.Spend with { Mean = drawn.Spend.Mean * (0.9 + (0.2 * random.NextDouble())) };
        }

        return (purchases, spent);
    }
}
