namespace XSight.Storage;

/// <summary>Reads of order versions by when they changed; all go by the index <c>orders_by_change</c>.</summary>
internal static class VersionSql
{
    private const string Window = "o.tenant = @tenant AND NOT o.deleted AND o.updated_at >= @from AND o.updated_at < @to";

    public const string Count = $"SELECT count(*) FROM orders o WHERE {Window}";

    public const string List = $"""
        SELECT o.order_id, o.updated_at, o.net_minor, o.deleted FROM orders o WHERE {Window} ORDER BY o.updated_at, o.order_id
        """;

    public const string Find = "SELECT o.order_id, o.updated_at, o.net_minor, o.deleted FROM orders o WHERE o.tenant = @tenant AND o.order_id = @order";

    public const string Oldest = "SELECT min(o.updated_at) FROM orders o WHERE o.tenant = @tenant AND NOT o.deleted";

    /// <summary>Every piece's first change; the first piece begins where the window does.</summary>
    public const string Cut = $"""
        SELECT page.updated_at
        FROM (SELECT o.updated_at, row_number() OVER (ORDER BY o.updated_at) AS place FROM orders o WHERE {Window}) page
        WHERE page.place % @piece = 0 AND page.updated_at > @from
        GROUP BY page.updated_at ORDER BY page.updated_at
        """;
}
