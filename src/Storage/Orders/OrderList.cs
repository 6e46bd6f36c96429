using System.Data.Common;

namespace XSight.Storage;

/// <summary>One query's rows and totals. A page is read from the index of time, the customer's, or the product's, at the cursor's place.</summary>
internal sealed class OrderList
{
    private const long MsPerDay = 86_400_000;

    /// <summary>A shop's day begins at most so many days before or after the same day of UTC.</summary>
    private const int ZoneDaysMax = 1;

    private const string Columns = """
        o.order_id, o.name, o.processed_at, o.day, o.test, o.cancelled_at, o.counted, o.financial_status, o.gross_minor, o.net_minor,
        o.source_name, o.country_code, o.customer_id
        """;

    private readonly List<string> _conditions = ["o.tenant = @tenant", "NOT o.deleted"];
    private readonly List<(string Name, object? Value)> _parameters;
    private readonly int _limit;

    public OrderList(TenantId tenant, OrderListQuery query)
    {
        _limit = query.Limit;
        _parameters = [("tenant", tenant.Value)];
        AddDays(query);
        AddPlace(query);
        if (query.Kind is { } kind)
        {
            _conditions.Add(Condition(kind));
        }
    }

    private string Where => string.Join(" AND ", _conditions);

    /// <summary>The page's rows and one more, if there is one.</summary>
    public Task<List<OrderListItem>> ReadRowsAsync(Session session, OrderCursor? start, CancellationToken cancellationToken)
    {
        (string, object?)[] place = start is null ? [] : [("at", start.ProcessedAtMs), ("after", start.OrderId)];
        return session.QueryAsync(RowsSql(start is not null), [.. _parameters, .. place, ("limit", _limit + 1L)], ReadRow, cancellationToken);
    }

    public async Task<(long Total, long CountedNetMinor)> ReadTotalsAsync(Session session, CancellationToken cancellationToken) =>
        await session.FirstAsync(TotalsSql, [.. _parameters], row => (row.GetInt64(0), row.GetInt64(1)), cancellationToken);

    public string RowsSql(bool begun) => $"""
        SELECT page.*, c.first_name, c.last_name
        FROM (
            SELECT {Columns}, o.tenant FROM orders o
            WHERE {Where} {(begun ? "AND (o.processed_at, o.order_id) < (@at, @after)" : "")}
            ORDER BY o.processed_at DESC, o.order_id DESC LIMIT @limit) page
        LEFT JOIN customers c ON c.tenant = page.tenant AND c.customer_id = page.customer_id
        ORDER BY page.processed_at DESC, page.order_id DESC
        """;

    public string TotalsSql =>
        $"SELECT count(*), CAST(COALESCE(sum(CASE WHEN o.counted THEN o.net_minor ELSE 0 END), 0) AS bigint) FROM orders o WHERE {Where}";

    /// <summary>The bounds of time let the index of time be used; the day itself decides.</summary>
    private void AddDays(OrderListQuery query)
    {
        if (query.FromDay is { } from)
        {
            _conditions.Add("o.day >= @from AND o.processed_at >= @fromMs");
            _parameters.AddRange([("from", (long)from), ("fromMs", (from - (long)ZoneDaysMax) * MsPerDay)]);
        }

        if (query.ToDay is { } to)
        {
            _conditions.Add("o.day <= @to AND o.processed_at < @toMs");
            _parameters.AddRange([("to", (long)to), ("toMs", (to + 1L + ZoneDaysMax) * MsPerDay)]);
        }
    }

    private void AddPlace(OrderListQuery query)
    {
        if (query.CustomerId is { } customer)
        {
            _conditions.Add("o.customer_id = @customer");
            _parameters.Add(("customer", customer));
        }

        if (query.Anonymous is { } anonymous)
        {
            _conditions.Add(anonymous ? "o.customer_id IS NULL" : "o.customer_id IS NOT NULL");
        }

        if (query.Product is { } product)
        {
            _conditions.Add("o.order_id IN (SELECT l.order_id FROM order_lines l WHERE l.tenant = @tenant AND l.product_id = @product)");
            _parameters.Add(("product", product));
        }
    }

    /// <summary>As <see cref="SaleRows.Kind"/> says.</summary>
    private static string Condition(SaleKind kind) => kind switch
    {
        SaleKind.Test => "o.test",
        SaleKind.Cancelled => "NOT o.test AND o.cancelled_at IS NOT NULL",
        SaleKind.Counted => "o.counted AND NOT o.test AND o.cancelled_at IS NULL",
        SaleKind.Unpaid => "NOT o.counted AND NOT o.test AND o.cancelled_at IS NULL",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of order."),
    };

    private static OrderListItem ReadRow(DbDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.Time(2),
        row.GetInt32(3),
        SaleRows.Kind(row.GetBoolean(4), !row.IsDBNull(5), row.GetBoolean(6)),
        row.Text(7),
        row.GetInt64(8),
        row.GetInt64(9),
        row.Text(10),
        row.Text(11),
        row.Number(12),
        SearchText.DisplayName(row.Text(14), row.Text(15)));
}
