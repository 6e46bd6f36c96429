using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using XSight.Storage;

namespace XSight.Bench;

/// <summary>
/// Writes the generated shop straight into the tables, as a finished sync leaves them: what is measured is reading. Through the merge
/// the same rows would take many minutes more (see the benchmark <c>merge</c>).
/// </summary>
internal static class ReportsFill
{
    private static readonly string[] Customers =
    [
        "tenant", "customer_id", "updated_at", "arrived_at", "created_at", "tags", "deleted", "search_text", "facts_version", "metrics_version",
        "change_seq", "orders_count", "total_spent_minor", "first_order_at", "last_order_at", "first_order_day", "last_order_day",
    ];

    private static readonly string[] Orders =
    [
        "tenant", "order_id", "customer_id", "updated_at", "arrived_at", "name", "created_at", "processed_at", "test", "financial_status",
        "gross_minor", "net_minor", "currency", "source_name", "country_code", "discount_codes", "deleted", "day", "counted",
        "lines_at", "sale_lines", "refunds_at", "sale_refunds",
    ];

    private static readonly string[] Lines = ["tenant", "order_id", "line_id", "product_id", "title", "quantity", "net_minor"];

    private static readonly string[] Refunds = ["tenant", "order_id", "refund_id", "at", "day", "amount_minor"];

    public static async Task SqliteAsync(string path, TenantId tenant, ReportsShop shop)
    {
        await using var connection = new SqliteConnection($"Data Source={path}");
        await connection.OpenAsync();
        await ExecuteAsync(connection, "PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000");
        await using (var transaction = connection.BeginTransaction())
        {
            Insert(connection, "orders", Orders, OrdersOf(tenant, shop));
            Insert(connection, "order_lines", Lines, LinesOf(tenant, shop));
            Insert(connection, "order_refunds", Refunds, RefundsOf(tenant, shop));
            Insert(connection, "customers", Customers, CustomersOf(tenant, shop));
            await ExecuteAsync(connection, CountersSql(tenant));
            await transaction.CommitAsync();
        }

        await ExecuteAsync(connection, "ANALYZE");
    }

    public static async Task PostgresAsync(NpgsqlConnection connection, TenantId tenant, ReportsShop shop)
    {
        await CopyAsync(connection, "orders", Orders, OrdersOf(tenant, shop));
        await CopyAsync(connection, "order_lines", Lines, LinesOf(tenant, shop));
        await CopyAsync(connection, "order_refunds", Refunds, RefundsOf(tenant, shop));
        await CopyAsync(connection, "customers", Customers, CustomersOf(tenant, shop));
        await ExecuteAsync(connection, CountersSql(tenant));
        await ExecuteAsync(connection, "VACUUM ANALYZE");
    }

    /// <summary>Triggers have made the tenant's row; what they do not keep is set here.</summary>
    private static string CountersSql(TenantId tenant) => $"""
        INSERT INTO tenant_counters (tenant, change_seq, customers, orders)
        VALUES ('{tenant.Value}', {ReportsShop.Customers}, {ReportsShop.Customers}, {ReportsShop.Orders})
        ON CONFLICT (tenant) DO UPDATE SET change_seq = excluded.change_seq
        """;

    private static IEnumerable<object?[]> OrdersOf(TenantId tenant, ReportsShop shop) => shop.All().Select(row => new object?[]
    {
        tenant.Value, row.Fact.OrderId, row.Fact.CustomerId, Ms(row.Fact.UpdatedAt), 0L, row.Fact.Name, Ms(row.Fact.CreatedAt), Ms(row.Fact.ProcessedAt),
        false, row.Fact.FinancialStatus, row.Fact.GrossMinor, row.Fact.NetMinor, row.Fact.Currency, row.Fact.SourceName, row.Fact.CountryCode,
        row.Fact.DiscountCodes.IsEmpty ? "[]" : $"[\"{row.Fact.DiscountCodes[0]}\"]", false, row.Day, true,
        Ms(row.Fact.UpdatedAt), string.Join(',', row.Fact.Lines.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.ProductId},{l.Quantity},{l.NetMinor}"))),
        Ms(row.Fact.UpdatedAt), string.Join(',', row.Fact.Refunds.Select((r, i) => string.Create(CultureInfo.InvariantCulture, $"{row.RefundDays[i]},{r.AmountMinor}"))),
    });

    private static IEnumerable<object?[]> LinesOf(TenantId tenant, ReportsShop shop) => shop.All().SelectMany(row => row.Fact.Lines.Select(line =>
        new object?[] { tenant.Value, row.Fact.OrderId, line.LineId, line.ProductId, line.Title, (long)line.Quantity, line.NetMinor }));

    private static IEnumerable<object?[]> RefundsOf(TenantId tenant, ReportsShop shop) => shop.All().SelectMany(row => row.Fact.Refunds.Select((refund, i) =>
        new object?[] { tenant.Value, row.Fact.OrderId, refund.RefundId, Ms(refund.At), (long)row.RefundDays[i], refund.AmountMinor }));

    private static IEnumerable<object?[]> CustomersOf(TenantId tenant, ReportsShop shop)
    {
        var (orders, spent) = (new int[ReportsShop.Customers], new long[ReportsShop.Customers]);
        var (first, last) = (new OrderRow?[ReportsShop.Customers], new OrderRow?[ReportsShop.Customers]);
        foreach (var row in shop.All())
        {
            var customer = (int)(row.Fact.CustomerId!.Value - ReportsShop.CustomerId(0));
            orders[customer]++;
            spent[customer] += row.Fact.NetMinor;
            first[customer] ??= row;
            last[customer] = row;
        }

        for (var customer = 0; customer < orders.Length; customer++)
        {
            var (one, other) = (first[customer]!, last[customer]!);
            yield return
            [
                tenant.Value, ReportsShop.CustomerId(customer), 0L, 0L, 0L, "[]", false, "", 1L, 1L,
                customer + 1L, orders[customer], spent[customer], Ms(one.Fact.ProcessedAt), Ms(other.Fact.ProcessedAt), one.Day, other.Day,
            ];
        }
    }

    private static void Insert(SqliteConnection connection, string table, string[] columns, IEnumerable<object?[]> rows)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(c => $"@{c}"))})";
        var parameters = Array.ConvertAll(columns, c => command.Parameters.Add(new SqliteParameter($"@{c}", null)));
        command.Prepare();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                parameters[i].Value = row[i] ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }
    }

    private static async Task CopyAsync(NpgsqlConnection connection, string table, string[] columns, IEnumerable<object?[]> rows)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            foreach (var value in row)
            {
                await (value switch
                {
                    null => copy.WriteNullAsync(),
                    string text => copy.WriteAsync(text, NpgsqlDbType.Text),
                    long number => copy.WriteAsync(number, NpgsqlDbType.Bigint),
                    int number => copy.WriteAsync(number, NpgsqlDbType.Integer),
                    _ => copy.WriteAsync((bool)value, NpgsqlDbType.Boolean),
                });
            }
        }

        await copy.CompleteAsync();
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    private static long Ms(DateTimeOffset time) => time.ToUnixTimeMilliseconds();
}
