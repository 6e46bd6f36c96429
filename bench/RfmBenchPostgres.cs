using System.Diagnostics;
using Npgsql;
using XSight.Analytics.Rfm;

namespace XSight.Bench;

/// <summary>A PostgreSQL 15 cluster of its own for one benchmark run, in a temporary folder, gone afterwards.</summary>
public sealed class RfmBenchPostgres : IAsyncDisposable
{
    private const string Binaries = "/usr/lib/postgresql/15/bin";
    private const int Port = 15_511;
    private const int NtileRuns = 5;
    private const int TimeoutSeconds = 300;

    private const string NtileQuery = """
        SELECT r, f, m, count(*)
        FROM (SELECT ntile(5) OVER (ORDER BY last_day, customer_id) AS r,
                     ntile(5) OVER (ORDER BY orders, customer_id) AS f,
                     ntile(5) OVER (ORDER BY money_minor, customer_id) AS m
              FROM customers) AS scored
        GROUP BY r, f, m
        """;

    private const string RankQuery = """
        SELECT r, f, m, count(*)::int
        FROM (SELECT 1 + least(4, 5 * (rank() OVER (ORDER BY last_day) - 1) / n)::int AS r,
                     1 + least(4, 5 * (rank() OVER (ORDER BY orders) - 1) / n)::int AS f,
                     1 + least(4, 5 * (rank() OVER (ORDER BY money_minor) - 1) / n)::int AS m
              FROM customers, (SELECT count(*) AS n FROM customers) AS total) AS scored
        GROUP BY r, f, m
        """;

    private readonly string _folder;
    private readonly NpgsqlDataSource _database;

    private RfmBenchPostgres(string folder, NpgsqlDataSource database)
    {
        _folder = folder;
        _database = database;
    }

    public static async Task<RfmBenchPostgres> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("xsight-bench-rfm-").FullName;
        await RunAsync($"chown postgres '{folder}'", asPostgres: false);
        await RunAsync($"{Binaries}/initdb -D '{folder}/data' -A trust -U postgres --no-sync > /dev/null", asPostgres: true);
        var options = $"-p {Port} -k '{folder}' -c listen_addresses=127.0.0.1 -c shared_buffers=512MB -c work_mem=512MB -c fsync=off";
        await RunAsync($"{Binaries}/pg_ctl -D '{folder}/data' -l '{folder}/log' -w -o \"{options}\" start > /dev/null", asPostgres: true);
        var database = NpgsqlDataSource.Create($"Host=127.0.0.1;Port={Port};Username=postgres;Database=postgres;Command Timeout={TimeoutSeconds}");
        return new RfmBenchPostgres(folder, database);
    }

    public async Task LoadAsync(RfmBenchRow[] rows)
    {
        await using var connection = await _database.OpenConnectionAsync();
        await ExecuteAsync(connection, "CREATE TABLE customers (customer_id bigint PRIMARY KEY, last_day int NOT NULL, orders int NOT NULL, money_minor bigint NOT NULL)");
        await using (var copy = await connection.BeginBinaryImportAsync("COPY customers FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var row in rows)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(row.CustomerId);
                await copy.WriteAsync(row.LastDay);
                await copy.WriteAsync(row.Orders);
                await copy.WriteAsync(row.MoneyMinor);
            }

            await copy.CompleteAsync();
        }

        await ExecuteAsync(connection, "VACUUM ANALYZE customers");
    }

    /// <summary>The fastest of several warm runs: the rival at its best.</summary>
    public async Task<double> NtileMillisecondsAsync()
    {
        await using var connection = await _database.OpenConnectionAsync();
        var best = double.MaxValue;
        for (var run = 0; run < NtileRuns; run++)
        {
            var watch = Stopwatch.StartNew();
            await ExecuteAsync(connection, NtileQuery);
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
        }

        return best;
    }

    /// <summary>Customers by triple by the tie-safe definition, as PostgreSQL computes it.</summary>
    public async Task<int[]> CountsByRankAsync()
    {
        await using var command = _database.CreateCommand(RankQuery);
        await using var reader = await command.ExecuteReaderAsync();
        var counts = new int[RfmTriple.Count];
        while (await reader.ReadAsync())
        {
            counts[RfmTriple.Of(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2))] = reader.GetInt32(3);
        }

        return counts;
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await RunAsync($"{Binaries}/pg_ctl -D '{_folder}/data' -m immediate -w stop > /dev/null", asPostgres: true);
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Only the postgres user may run a cluster, so the benchmark must be started by root or by that user.</summary>
    private static async Task RunAsync(string command, bool asPostgres)
    {
        var start = asPostgres && Environment.UserName != "postgres"
            ? new ProcessStartInfo("su", ["postgres", "-c", command])
            : new ProcessStartInfo("sh", ["-c", command]);
        // The server inherits these and holds them open, so its start must not be waited for by reading them.
        start.WorkingDirectory = "/";
        start.RedirectStandardInput = true;
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{command}' ended with exit code {process.ExitCode}.");
        }
    }
}
