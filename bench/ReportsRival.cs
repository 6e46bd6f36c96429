using System.Data.Common;
using System.Diagnostics;

namespace XSight.Bench;

/// <summary>The same figures by GROUP BY over the tables of the same database: what a report page without a ledger runs. The faster of two warm runs.</summary>
internal sealed class ReportsRival(DbConnection connection, TenantId tenant)
{
    private const int Runs = 2;

    private const string Revenue = """
        SELECT o.day, count(*), sum(o.gross_minor), sum(o.net_minor), count(DISTINCT o.customer_id),
            count(DISTINCT CASE WHEN c.first_order_day = o.day THEN o.customer_id END)
        FROM orders o JOIN customers c ON c.tenant = o.tenant AND c.customer_id = o.customer_id
        WHERE o.tenant = @tenant AND o.counted
        GROUP BY o.day ORDER BY o.day
        """;

    /// <summary>Months of thirty days, which spares the rival the calendar.</summary>
    private const string Cohorts = """
        SELECT c.first_order_day / 30, (o.day / 30) - (c.first_order_day / 30), count(DISTINCT o.customer_id), sum(o.net_minor)
        FROM orders o JOIN customers c ON c.tenant = o.tenant AND c.customer_id = o.customer_id
        WHERE o.tenant = @tenant AND o.counted
        GROUP BY 1, 2
        """;

    private const string Products = """
        SELECT l.product_id, count(DISTINCT o.customer_id), sum(l.quantity), sum(l.net_minor)
        FROM order_lines l JOIN orders o ON o.tenant = l.tenant AND o.order_id = l.order_id
        WHERE l.tenant = @tenant AND o.counted
        GROUP BY l.product_id ORDER BY 4 DESC
        """;

    /// <summary>Milliseconds by figure, and the net of all days for comparison.</summary>
    public async Task<(IReadOnlyDictionary<string, double> Milliseconds, long NetMinor)> RunAsync()
    {
        var net = 0L;
        return (new Dictionary<string, double>
        {
            ["revenue"] = await BestAsync(Revenue, rows => net = rows.Sum(row => Convert.ToInt64(row[3], null))),
            ["cohorts"] = await BestAsync(Cohorts, _ => { }),
            ["products"] = await BestAsync(Products, _ => { }),
        }, net);
    }

    private async Task<double> BestAsync(string sql, Action<List<object[]>> read)
    {
        var best = double.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            var began = Stopwatch.GetTimestamp();
            var rows = new List<object[]>();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.CommandTimeout = 0;
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("tenant", tenant.Value);
            command.Parameters.Add(parameter);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var row = new object[reader.FieldCount];
                reader.GetValues(row);
                rows.Add(row);
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            read(rows);
        }

        return best;
    }
}
