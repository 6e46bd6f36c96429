using System.Globalization;
using System.IO.Compression;

namespace XSight.Bench;

/// <summary>
/// A large store drawn from a real one: customers of CDNOW with replacement. Days and order counts keep their heavy ties (half of all
/// bought once); money varies by a tenth, so that prices stay prices and sums differ.
/// </summary>
public static class RfmBenchRows
{
    private const string Log = "tests/Analytics.Tests/Data/cdnow_full_orders.csv.gz";
    private const decimal CentsPerAmount = 100m;

    public static RfmBenchRow[] Resample(int customers, int seed)
    {
        var store = Read();
        var random = new Random(seed);
        var rows = new RfmBenchRow[customers];
        for (var i = 0; i < customers; i++)
        {
            var drawn = store[random.Next(store.Length)];
            rows[i] = drawn with
            {
                CustomerId = 6_000_000_000_000 + (i * 32_768L),
                MoneyMinor = (long)(drawn.MoneyMinor * (0.9 + (0.2 * random.NextDouble()))),
            };
        }

        return rows;
    }

    private static RfmBenchRow[] Read()
    {
        using var gzip = new GZipStream(File.OpenRead(Path.Combine(RepositoryRoot(), Log)), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        reader.ReadLine();
        var customers = new Dictionary<string, RfmBenchRow>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            var day = DateOnly.Parse(cells[2], CultureInfo.InvariantCulture).DayNumber - new DateOnly(1970, 1, 1).DayNumber;
            var cents = (long)(decimal.Parse(cells[3], CultureInfo.InvariantCulture) * CentsPerAmount);
            var row = customers.GetValueOrDefault(cells[1]);
            customers[cells[1]] = row with { LastDay = Math.Max(row.LastDay, day), Orders = row.Orders + 1, MoneyMinor = row.MoneyMinor + cents };
        }

        return [.. customers.Values];
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "XSight.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Run the benchmark from its build within the repository: it reads an order log of the tests.");
    }
}
