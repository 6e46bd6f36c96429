using System.Globalization;
using System.IO.Compression;
using XSight.Analytics.Facts;
using XSight.Analytics.Models;

namespace XSight.Bench;

/// <summary>CDNOW's purchase histories of the 39 weeks of calibration, and a large store drawn from them.</summary>
public static class ModelsBenchData
{
    private const int CalibrationDays = 273;

    public static PurchaseHistory[] Cdnow()
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

        var end = ShopCalendar.DayOf(new DateOnly(1997, 1, 1)) + CalibrationDays - 1;
        return [.. orders.Values.Select(o => PurchaseHistory.Of(o.ToArray(), end)!)];
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
