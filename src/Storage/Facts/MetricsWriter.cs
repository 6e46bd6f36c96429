using System.Data.Common;

namespace XSight.Storage;

/// <summary>Writes derived metrics inside a lane's transaction that holds their tenants.</summary>
internal static class MetricsWriter
{
    /// <param name="derived">Each customer at most once.</param>
    /// <returns>The changes written, in no particular order; without those whose facts moved on.</returns>
    public static async Task<IReadOnlyList<(CustomerKey Key, CustomerChange Change)>> RunAsync(
        Session session, Dialect dialect, IReadOnlyDictionary<CustomerKey, StagedMetrics> derived)
    {
        if (derived.Count == 0)
        {
            return [];
        }

        await dialect.StageAsync(session, StagedFacts.Metrics, [.. derived.Values], CancellationToken.None);
        var written = await session.QueryAsync(MetricsSql.Write, [], row => Written(row, derived), CancellationToken.None);
        if (written.Count < derived.Count)
        {
            written.AddRange(await session.QueryAsync(MetricsSql.WriteFirst, [], row => Written(row, derived), CancellationToken.None));
        }

        await session.ExecuteAsync(MetricsSql.Advance, [], CancellationToken.None);
        return written;
    }

    private static (CustomerKey Key, CustomerChange Change) Written(DbDataReader row, IReadOnlyDictionary<CustomerKey, StagedMetrics> derived)
    {
        var key = new CustomerKey(TenantId.Parse(row.GetString(0)), row.GetInt64(1));
        return (key, new CustomerChange
        {
            CustomerId = key.CustomerId,
            ChangeSeq = row.GetInt64(2),
            Deleted = row.GetBoolean(3),
            Metrics = derived[key].Derived.Metrics,
        });
    }
}
