using System.Data.Common;

namespace XSight.Storage;

/// <summary>
/// One query's rows and totals. A page is read from the sort's index at the cursor's place: first the rows that have the sorted value,
/// then those without, so that they come last in both directions.
/// </summary>
internal sealed class CustomerList(TenantId tenant, CustomerListQuery query, RfmThresholds thresholds, Dialect dialect)
{
    private readonly CustomerFilter _filter = CustomerFilter.Of(tenant, query, thresholds, dialect);
    private readonly (string Name, object? Value)[] _scores = ScoreParameters.Of(thresholds);

    private string Direction => query.Descending ? "DESC" : "ASC";

    private string Beyond => query.Descending ? "<" : ">";

    /// <summary>The page's rows and one more, if there is one.</summary>
    public async Task<IReadOnlyList<(CustomerListItem Item, CustomerCursor Position)>> ReadRowsAsync(
        Session session, CustomerCursor? start, CancellationToken cancellationToken)
    {
        var wanted = query.Limit + 1;
        var rows = start is { Key: null } ? [] : await ReadValuedAsync(session, start, wanted, cancellationToken);
        if (rows.Count < wanted && CustomerListSql.Key(query.Sort).Nullable)
        {
            rows.AddRange(await ReadUnvaluedAsync(session, start is { Key: null } ? start : null, wanted - rows.Count, cancellationToken));
        }

        return rows;
    }

    public async Task<(long Total, long SpentMinor)> ReadTotalsAsync(Session session, CancellationToken cancellationToken)
    {
        var (sql, parameters) = _filter.Empty
            ? (CustomerListSql.TotalsOfTenant, _filter.With())
            : (CustomerListSql.Totals + _filter.Where, _filter.With(_scores));
        return await session.FirstAsync(sql, parameters, row => (row.GetInt64(0), row.GetInt64(1)), cancellationToken);
    }

    /// <summary>Rows that have the sorted value, from the beginning or beyond a row.</summary>
    public string ValuedSql(bool begun)
    {
        var key = CustomerListSql.Key(query.Sort).Column;
        var from = begun ? $"({key}, c.customer_id) {Beyond} (@key, @after)" : $"{key} IS NOT NULL";
        return $"""
            SELECT {CustomerListSql.Columns}, {key} FROM customers c
            WHERE {_filter.Where} AND {from}
            ORDER BY {key} {Direction}, c.customer_id {Direction} LIMIT @limit
            """;
    }

    /// <summary>Rows that lack it.</summary>
    public string UnvaluedSql(bool begun)
    {
        var key = CustomerListSql.Key(query.Sort).Column;
        var from = begun ? $"AND c.customer_id {Beyond} @after" : "";
        return $"""
            SELECT {CustomerListSql.Columns}, {key} FROM customers c
            WHERE {_filter.Where} AND {key} IS NULL {from}
            ORDER BY c.customer_id {Direction} LIMIT @limit
            """;
    }

    private Task<List<(CustomerListItem Item, CustomerCursor Position)>> ReadValuedAsync(
        Session session, CustomerCursor? start, int limit, CancellationToken cancellationToken)
    {
        var place = start is null ? [] : new (string, object?)[] { ("key", start.Key), ("after", start.CustomerId) };
        return ReadAsync(session, ValuedSql(start is not null), place, limit, cancellationToken);
    }

    private Task<List<(CustomerListItem Item, CustomerCursor Position)>> ReadUnvaluedAsync(
        Session session, CustomerCursor? start, int limit, CancellationToken cancellationToken)
    {
        var place = start is null ? [] : new (string, object?)[] { ("after", start.CustomerId) };
        return ReadAsync(session, UnvaluedSql(start is not null), place, limit, cancellationToken);
    }

    private Task<List<(CustomerListItem Item, CustomerCursor Position)>> ReadAsync(
        Session session, string sql, (string, object?)[] place, int limit, CancellationToken cancellationToken) =>
        session.QueryAsync(sql, [.. _filter.With(_scores), .. place, ("limit", (long)limit)], ReadRow, cancellationToken);

    private (CustomerListItem Item, CustomerCursor Position) ReadRow(DbDataReader row)
    {
        var item = CustomerRows.Read(row, thresholds.Profile);
        object? key = query.Sort == CustomerSort.Name ? row.Text(CustomerRows.After) : row.Number(CustomerRows.After);
        return (item, new CustomerCursor(key, item.CustomerId));
    }
}
