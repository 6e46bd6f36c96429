using System.Data.Common;

namespace XSight.Storage;

/// <summary>Rows of customers and orders, read into facts.</summary>
internal static class FactRows
{
    public const string CustomerColumns = """
        c.customer_id, c.updated_at, c.created_at, c.first_name, c.last_name, c.email, c.phone, c.city, c.province, c.country_code,
        c.tags, c.email_consent, c.deleted, c.facts_version,
        c.orders_count, c.total_spent_minor, c.first_order_at, c.last_order_at, c.first_order_day, c.last_order_day
        """;

    public const string OrderColumns = """
        o.order_id, o.customer_id, o.name, o.updated_at, o.created_at, o.processed_at, o.cancelled_at, o.test, o.financial_status,
        o.gross_minor, o.net_minor, o.currency, o.source_name, o.country_code, o.discount_codes, o.deleted, o.day, o.counted
        """;

    /// <summary>The ordinal after <see cref="OrderColumns"/>.</summary>
    public const int AfterOrder = 18;

    public static CustomerFact Customer(DbDataReader row) => new()
    {
        CustomerId = row.GetInt64(0),
        UpdatedAt = row.Time(1),
        CreatedAt = row.Time(2),
        FirstName = row.Text(3),
        LastName = row.Text(4),
        Email = row.Text(5),
        Phone = row.Text(6),
        City = row.Text(7),
        Province = row.Text(8),
        CountryCode = row.Text(9),
        Tags = JsonText.Read(row.GetString(10)),
        EmailConsent = row.Text(11),
        Deleted = row.GetBoolean(12),
    };

    /// <summary>A customer of <see cref="CustomerColumns"/>, with its orders found by its id.</summary>
    public static CustomerFacts CustomerFacts(DbDataReader row) => new(Customer(row), row.GetInt64(13), Metrics(row, 14), []);

    /// <summary>The six columns of metrics from an ordinal on.</summary>
    public static CustomerMetrics Metrics(DbDataReader row, int first) => new()
    {
        OrdersCount = row.GetInt32(first),
        TotalSpentMinor = row.GetInt64(first + 1),
        FirstOrderAt = row.TimeOrNull(first + 2),
        LastOrderAt = row.TimeOrNull(first + 3),
        FirstOrderDay = row.Integer(first + 4),
        LastOrderDay = row.Integer(first + 5),
    };

    public static OrderRow Order(DbDataReader row) => new(
        new OrderFact
        {
            OrderId = row.GetInt64(0),
            CustomerId = row.Number(1),
            Name = row.GetString(2),
            UpdatedAt = row.Time(3),
            CreatedAt = row.Time(4),
            ProcessedAt = row.Time(5),
            CancelledAt = row.TimeOrNull(6),
            Test = row.GetBoolean(7),
            FinancialStatus = row.Text(8),
            GrossMinor = row.GetInt64(9),
            NetMinor = row.GetInt64(10),
            Currency = row.GetString(11),
            SourceName = row.Text(12),
            CountryCode = row.Text(13),
            DiscountCodes = JsonText.Read(row.GetString(14)),
            Deleted = row.GetBoolean(15),
        },
        row.GetInt32(16),
        row.GetBoolean(17));
}
