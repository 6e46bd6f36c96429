using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;

namespace XSight.Storage;

internal sealed class PrivacyStore(StoreEngine engine) : IPrivacyStore
{
    public Task<IReadOnlyList<long>> FindByAddressAsync(TenantId tenant, string? email, string? phone, CancellationToken cancellationToken)
    {
        var byEmail = !string.IsNullOrWhiteSpace(email);
        var byPhone = SearchText.Digits(phone).Length > 0;
        return (byEmail, byPhone) switch
        {
            (false, false) => Task.FromResult<IReadOnlyList<long>>([]),
            (true, false) => FindAsync(tenant, [("one", SearchText.WholeEmail(email!))], cancellationToken),
            (false, true) => FindAsync(tenant, [("one", SearchText.WholePhone(phone!))], cancellationToken),
            (true, true) => FindAsync(tenant, [("one", SearchText.WholeEmail(email!)), ("other", SearchText.WholePhone(phone!))], cancellationToken),
        };
    }

    public Task<IReadOnlyList<long>> FindByOrdersAsync(TenantId tenant, IReadOnlyList<long> orderIds, CancellationToken cancellationToken) =>
        engine.ReadSnapshotAsync<IReadOnlyList<long>>(
            async session =>
            {
                var found = new SortedSet<long>();
                foreach (var order in orderIds)
                {
                    found.UnionWith(await session.QueryAsync(
                        PrivacySql.CustomerOfOrder, [("tenant", tenant.Value), ("order", order)], row => row.GetInt64(0), cancellationToken));
                }

                return [.. found];
            },
            cancellationToken);

    public Task<IReadOnlyList<PersonTrace>> TraceAsync(TenantId tenant, IReadOnlyList<long> customerIds, CancellationToken cancellationToken) =>
        engine.ReadSnapshotAsync<IReadOnlyList<PersonTrace>>(
            async session =>
            {
                var traces = new Dictionary<long, PersonTrace>();
                foreach (var customer in customerIds)
                {
                    var merged = await session.QueryAsync(
                        Redaction.FindMerged, [("tenant", tenant.Value), ("customer", customer)], row => row.GetInt64(0), cancellationToken);
                    foreach (var id in merged.Append(customer))
                    {
                        traces[id] = await TraceAsync(session, tenant, id, cancellationToken);
                    }
                }

                return [.. traces.Values];
            },
            cancellationToken);

    public Task RedactAsync(TenantId tenant, IReadOnlyList<long> customerIds, CancellationToken cancellationToken)
    {
        var now = engine.NowMs();
        return engine.WriteInLaneAsync(
            tenant,
            customerIds.Count + 1,
            async session =>
            {
                await Redaction.RunAsync(session, tenant, customerIds, now);
                return customerIds.Count;
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<long>> FindRedactedAsync(TenantId tenant, IReadOnlyList<long> customerIds, CancellationToken cancellationToken) =>
        engine.ReadSnapshotAsync<IReadOnlyList<long>>(
            async session =>
            {
                var redacted = new List<long>();
                foreach (var customer in customerIds)
                {
                    redacted.AddRange(await session.QueryAsync(
                        PrivacySql.IsRedacted, [("tenant", tenant.Value), ("customer", customer)], row => row.GetInt64(0), cancellationToken));
                }

                return redacted;
            },
            cancellationToken);

    public async Task<IReadOnlyList<InboxItem>> ReadDeliveriesAsync(TenantId tenant, long afterSeq, CancellationToken cancellationToken) =>
        await engine.ReadAsync(
            session => session.QueryAsync(
                PrivacySql.Deliveries,
                [("tenant", tenant.Value), ("after", afterSeq), ("limit", (long)IPrivacyStore.DeliveriesMax)],
                row => new InboxItem(
                    row.GetInt64(0),
                    new InboxDelivery(tenant, row.GetString(2), row.GetString(3), row.TimeOrNull(4), row.Time(5), StoredBody.Read(row, 7)),
                    row.GetInt32(6)),
                cancellationToken),
            cancellationToken);

    public Task ReplaceDeliveryAsync(TenantId tenant, long inboxSeq, string topic, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var stored = StoredBody.Of(body);
        return WriteAsync(
            PrivacySql.ReplaceDelivery,
            [
                ("tenant", tenant.Value),
                ("seq", inboxSeq),
                ("topic", topic),
                ("body", stored.Bytes.ToArray()),
                ("unpacked", stored.UnpackedBytes),
                ("error", PrivacySql.ReplacedError),
            ],
            cancellationToken);
    }

    public Task AddRequestAsync(TenantId tenant, PrivacyRequest request, CancellationToken cancellationToken) =>
        WriteAsync(
            PrivacySql.AddRequest,
            [
                ("tenant", tenant.Value),
                ("request", request.RequestId),
                ("store", request.StoreRequestId),
                ("at", request.RequestedAt.Ms()),
                ("customers", JsonSerializer.Serialize(request.CustomerIds)),
                ("orders", JsonSerializer.Serialize(request.OrderIds)),
            ],
            cancellationToken);

    public async Task<IReadOnlyList<PrivacyRequest>> ListRequestsAsync(TenantId tenant, CancellationToken cancellationToken) =>
        await engine.ReadAsync(
            session => session.QueryAsync(
                PrivacySql.Requests, [("tenant", tenant.Value), ("limit", (long)IPrivacyStore.RequestsMax)], Request, cancellationToken),
            cancellationToken);

    public Task<PrivacyRequest?> FindRequestAsync(TenantId tenant, long requestId, CancellationToken cancellationToken) =>
        engine.ReadAsync(
            session => session.FirstAsync(PrivacySql.Request, [("tenant", tenant.Value), ("request", requestId)], Request, cancellationToken),
            cancellationToken);

    public Task PurgeAsync(CancellationToken cancellationToken) => engine.PurgeAsync(cancellationToken);

    private static async Task<PersonTrace> TraceAsync(Session session, TenantId tenant, long customer, CancellationToken cancellationToken)
    {
        (string, object?)[] key = [("tenant", tenant.Value), ("customer", customer)];
        var orders = await session.QueryAsync(PrivacySql.OrdersOfCustomer, key, row => row.GetInt64(0), cancellationToken);
        return await session.FirstAsync(
            PrivacySql.Customer,
            key,
            row => new PersonTrace(customer, SearchText.DisplayName(row.Text(0), row.Text(1)), row.Text(2), row.Text(3), orders),
            cancellationToken) ?? new PersonTrace(customer, null, null, null, orders);
    }

    private static PrivacyRequest Request(DbDataReader row) => new(
        row.GetInt64(0), row.Number(1), row.Time(2), Numbers(row.GetString(3)), Numbers(row.GetString(4)));

    private static ImmutableArray<long> Numbers(string json) => JsonSerializer.Deserialize<ImmutableArray<long>>(json);

    /// <summary>Every customer whose search text has one of the needles; the text ends without a separator, so one is put there.</summary>
    private async Task<IReadOnlyList<long>> FindAsync(TenantId tenant, (string Name, object? Value)[] needles, CancellationToken cancellationToken)
    {
        var conditions = needles.Select(needle => engine.Dialect.Contains("c.search_text || @end", $"@{needle.Name}"));
        var sql = $"""
            SELECT c.customer_id FROM customers c
            WHERE c.tenant = @tenant AND ({string.Join(" OR ", conditions)}) ORDER BY c.customer_id
            """;
        return await engine.ReadAsync(
            session => session.QueryAsync(sql, [("tenant", tenant.Value), ("end", "\n"), .. needles], row => row.GetInt64(0), cancellationToken),
            cancellationToken);
    }

    private Task WriteAsync(string sql, (string, object?)[] parameters, CancellationToken cancellationToken) =>
        engine.WriteAsync(session => session.ExecuteAsync(sql, parameters, CancellationToken.None), cancellationToken);
}
