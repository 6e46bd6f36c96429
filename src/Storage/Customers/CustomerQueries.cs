namespace XSight.Storage;

internal sealed class CustomerQueries(StoreEngine engine) : ICustomerQueries
{
    private const int ScoreMax = 5;

    public async Task<CustomerPage> ListAsync(
        TenantId tenant, CustomerListQuery query, RfmThresholds thresholds, CancellationToken cancellationToken)
    {
        Check(query);
        var fingerprint = CustomerCursor.Fingerprint(tenant, query);
        var start = query.Cursor is { } text ? CustomerCursor.Read(text, fingerprint, query.Sort) : null;
        var list = new CustomerList(tenant, query, thresholds, engine.Dialect);
        return await engine.ReadSnapshotAsync(
            async session =>
            {
                var rows = await list.ReadRowsAsync(session, start, cancellationToken);
                var (total, spent) = query.Totals ? await list.ReadTotalsAsync(session, cancellationToken) : default;
                var next = rows.Count > query.Limit ? rows[query.Limit - 1].Position.Write(fingerprint) : null;
                return new CustomerPage([.. rows.Take(query.Limit).Select(r => r.Item)], next, total, spent);
            },
            cancellationToken);
    }

    public Task<CustomerListItem?> FindAsync(TenantId tenant, long customerId, RfmThresholds thresholds, CancellationToken cancellationToken) =>
        engine.ReadAsync(
            session => session.FirstAsync(
                CustomerListSql.Find,
                [("tenant", tenant.Value), ("id", customerId), .. ScoreParameters.Of(thresholds)],
                row => CustomerRows.Read(row, thresholds.Profile),
                cancellationToken),
            cancellationToken);

    public async Task<IReadOnlyList<CustomerListItem>> FindAsync(
        TenantId tenant, IReadOnlyList<long> customerIds, RfmThresholds thresholds, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(customerIds.Count, CustomerListQuery.LimitMax);
        return customerIds.Count == 0
            ? []
            : await engine.ReadAsync(
                session => session.QueryAsync(
                    CustomerListSql.FindAll(KeyList.Names(customerIds)),
                    [("tenant", tenant.Value), .. KeyList.Of(customerIds), .. ScoreParameters.Of(thresholds)],
                    row => CustomerRows.Read(row, thresholds.Profile),
                    cancellationToken),
                cancellationToken);
    }

    public Task<long> CountAsync(TenantId tenant, CancellationToken cancellationToken) =>
        engine.ReadAsync(
            session => session.FirstAsync(CustomerListSql.TotalsOfTenant, [("tenant", tenant.Value)], row => row.GetInt64(0), cancellationToken),
            cancellationToken);

    private static void Check(CustomerListQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, CustomerListQuery.LimitMax);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Search?.Length ?? 0, CustomerListQuery.SearchLengthMax);
        CheckScore(query.R);
        CheckScore(query.Fm);
    }

    private static void CheckScore(int? score)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(score ?? 1, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(score ?? 1, ScoreMax);
    }
}
