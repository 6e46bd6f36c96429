using System.Globalization;
using System.IO.Compression;
using XSight.Analytics.Facts;

namespace XSight.Analytics.Tests;

/// <summary>One of the order logs in Data, as counted orders by customer. Amounts are thousandths, which all three logs are exact in.</summary>
public sealed class OrderLog
{
    private const decimal UnitsPerAmount = 1000m;

    private OrderLog(IReadOnlyList<LoggedCustomer> customers)
    {
        Customers = customers;
    }

    /// <summary>Customers by ascending id; their row number + 1 serves as the number of a customer.</summary>
    public IReadOnlyList<LoggedCustomer> Customers { get; }

    public static OrderLog CdnowFull { get; } = Read("cdnow_full_orders.csv.gz", _ => true);

    public static OrderLog CdnowSample { get; } = Read("cdnow_sample_orders.csv.gz", _ => true);

    public static OrderLog OnlineRetail { get; } = Read("online_retail_invoices.csv.gz", amount => amount > 0);

    public static OrderLog Of(string set) => set switch
    {
        "cdnow_full" => CdnowFull,
        "cdnow_sample" => CdnowSample,
        "online_retail" => OnlineRetail,
        _ => throw new ArgumentException($"No log '{set}'.", nameof(set)),
    };

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Data", file);

    private static OrderLog Read(string file, Func<decimal, bool> counts)
    {
        using var gzip = new GZipStream(File.OpenRead(PathOf(file)), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        reader.ReadLine();
        var orders = new SortedDictionary<string, List<CountedOrder>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            var amount = decimal.Parse(cells[3], CultureInfo.InvariantCulture);
            if (cells[1].Length == 0 || cells[4] != "0" || !counts(amount))
            {
                continue;
            }

            var at = DateTimeOffset.Parse(cells[2], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            if (!orders.TryGetValue(cells[1], out var own))
            {
                orders[cells[1]] = own = [];
            }

            own.Add(new CountedOrder(at, ShopCalendar.DayOf(DateOnly.FromDateTime(at.UtcDateTime)), (long)(amount * UnitsPerAmount)));
        }

        return new OrderLog([.. orders.Select(o => new LoggedCustomer(o.Key, [.. o.Value]))]);
    }
}
