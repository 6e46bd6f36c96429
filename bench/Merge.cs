using System.Globalization;
using XSight.Storage;
using XSight.Testing.Postgres;

namespace XSight.Bench;

/// <summary>
/// The bulk merge against what is commonly done instead: one INSERT … ON CONFLICT a row, each in its own transaction. Same tables, same
/// indexes, same triggers, commits that reach the disk on both sides; the median of the rounds.
/// </summary>
public sealed class Merge : IBenchmark
{
    private const int Rounds = 3;
    private const int Customers = 20_000;
    private const int OrdersOfCustomer = 4;
    private const int BatchRows = 5_000;
    private const int RivalRows = 3_000;
    private const double BarTimes = 10;

    public string Name => "merge";

    public string Summary => "rows/s of the bulk merge against one INSERT ... ON CONFLICT per row in its own transaction, on both databases";

    public async Task<IReadOnlyDictionary<string, object>> RunAsync(string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("xsight-bench-merge-");
        await using var server = await PostgresServer.StartAsync(durable: true);
        var sqlite = Path.Combine(folder.FullName, "merge.db");
        var postgres = await server.CreateDatabaseAsync();

        Console.WriteLine($"{"database",-12}{"bulk rows/s",14}{"row by row/s",14}{"times",8}");
        var onSqlite = await CompareAsync("SQLite", $"sqlite:{sqlite}", MergeRowByRow.OnSqlite(sqlite));
        var onPostgres = await CompareAsync("PostgreSQL", postgres, MergeRowByRow.OnPostgres(postgres));
        folder.Delete(recursive: true);

        return new Dictionary<string, object>
        {
            ["benchmark"] = Name,
            ["rows"] = Customers * (1 + OrdersOfCustomer),
            ["sqlite_bulk_rows_per_second"] = Math.Round(onSqlite.Bulk),
            ["sqlite_row_by_row_per_second"] = Math.Round(onSqlite.RowByRow),
            ["sqlite_times"] = Math.Round(onSqlite.Times, 1),
            ["postgresql_bulk_rows_per_second"] = Math.Round(onPostgres.Bulk),
            ["postgresql_row_by_row_per_second"] = Math.Round(onPostgres.RowByRow),
            ["postgresql_times"] = Math.Round(onPostgres.Times, 1),
            ["bar_times"] = BarTimes,
            ["holds"] = onSqlite.Times >= BarTimes && onPostgres.Times >= BarTimes,
        };
    }

    private static async Task<(double Bulk, double RowByRow, double Times)> CompareAsync(string name, string url, MergeRowByRow rival)
    {
        await using var database = await Database.OpenAsync(url, TimeProvider.System, CancellationToken.None);
        await using (rival)
        {
            await rival.OpenAsync();
            var bulk = new List<double>();
            var rowByRow = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                bulk.Add(await MeasureBulkAsync(database));
                rowByRow.Add(await MeasureRowByRowAsync(rival));
            }

            var (ours, theirs) = (Median(bulk), Median(rowByRow));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-12}{ours,14:N0}{theirs,14:N0}{ours / theirs,8:N1}"));
            return (ours, theirs, ours / theirs);
        }
    }

    /// <summary>A tenant's whole history in batches, as a sync brings it: customers, then their orders.</summary>
    private static async Task<double> MeasureBulkAsync(IDatabase database)
    {
        var tenant = TenantId.New();
        var customers = MergeRows.Customers(Customers).Chunk(BatchRows).ToList();
        var orders = MergeRows.Orders(Customers, OrdersOfCustomer).Chunk(BatchRows).ToList();
        var started = TimeProvider.System.GetTimestamp();
        foreach (var batch in customers)
        {
            await database.Facts.MergeAsync(tenant, batch, [], CancellationToken.None);
        }

        foreach (var batch in orders)
        {
            await database.Facts.MergeAsync(tenant, [], batch, CancellationToken.None);
        }

        return Customers * (1 + OrdersOfCustomer) / TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>The same mix of rows, fewer of them: a rate does not ask for more.</summary>
    private static async Task<double> MeasureRowByRowAsync(MergeRowByRow rival)
    {
        var tenant = TenantId.New();
        var customers = MergeRows.Customers(RivalRows / (1 + OrdersOfCustomer));
        var orders = MergeRows.Orders(customers.Length, OrdersOfCustomer);
        var started = TimeProvider.System.GetTimestamp();
        foreach (var customer in customers)
        {
            await rival.WriteAsync(tenant, customer);
        }

        foreach (var order in orders)
        {
            await rival.WriteAsync(tenant, order);
        }

        return (customers.Length + orders.Length) / TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
