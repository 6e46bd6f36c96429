using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Runtime.InteropServices;

namespace XSight.Storage;

internal sealed class SalesStore(StoreEngine engine) : ISalesStore
{
    private const int AfterPosition = 2;

    private readonly string _titles = SalesSql.Titles(engine.Dialect);

    /// <summary>Customers first: to whoever reads on, an order that got or lost its customer meanwhile comes in both feeds.</summary>
    public Task<SalesPage> ReadAsync(TenantId tenant, SalesPosition after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, ISalesStore.PageBuyersMax);
        return engine.ReadSnapshotAsync(
            async session =>
            {
                await engine.Dialect.GoByIndexesAsync(session, cancellationToken);
                var (buyers, customers) = await ReadCustomersAsync(session, tenant, after.Customers, limit, cancellationToken);
                if (buyers.Count == limit)
                {
                    return new SalesPage(buyers, after with { Customers = customers }, More: true);
                }

                var wanted = limit - buyers.Count;
                var anonymous = await ReadAnonymousAsync(session, tenant, after.Anonymous, wanted, cancellationToken);
                var next = new SalesPosition(customers, anonymous.Count == 0 ? after.Anonymous : anonymous[^1].Position);
                return new SalesPage([.. buyers, .. anonymous.Select(a => a.Buyer)], next, More: anonymous.Count == wanted);
            },
            cancellationToken);
    }

    public Task<SalesPosition> ReadEndAsync(TenantId tenant, CancellationToken cancellationToken) => engine.ReadAsync(
        session => session.FirstAsync(SalesSql.End, [("tenant", tenant.Value)], row => new SalesPosition(row.GetInt64(0), row.GetInt64(1)), cancellationToken),
        cancellationToken);

    public async Task<IReadOnlyList<BuyerOrder>> ReadOrdersAsync(
        TenantId tenant, long afterOrderId, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, ISalesStore.PageOrdersMax);
        var rows = new SaleRows();
        return await engine.ReadAsync(
            session => session.QueryAsync(SalesSql.Orders, Page(tenant, afterOrderId, limit), row => OrderOf(rows, row), cancellationToken),
            cancellationToken);
    }

    public async Task<IReadOnlyDictionary<long, string>> ReadTitlesAsync(
        TenantId tenant, IReadOnlyCollection<long> productIds, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(productIds.Count, ISalesStore.TitlesMax);
        var ids = string.Create(CultureInfo.InvariantCulture, $"[{string.Join(',', productIds.Distinct())}]");
        var titles = await engine.ReadAsync(
            session => session.QueryAsync(
                _titles, [("tenant", tenant.Value), ("ids", ids)], row => (Id: row.GetInt64(0), Title: row.Text(1)), cancellationToken),
            cancellationToken);
        return titles.Where(t => t.Title is not null).ToDictionary(t => t.Id, t => t.Title!);
    }

    /// <summary>A customer's orders come one after another, but in the database's own order.</summary>
    private static async Task<(List<BuyerSales> Buyers, long Position)> ReadCustomersAsync(
        Session session, TenantId tenant, long after, int limit, CancellationToken cancellationToken)
    {
        var rows = new SaleRows();
        var ordersOf = new Dictionary<long, List<SaleOrder>>();
        var position = after;
        var sql = session.Prepare(SalesSql.Customers, Page(tenant, after, limit));
        await using var row = await sql.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            ref var orders = ref CollectionsMarshal.GetValueRefOrAddDefault(ordersOf, row.GetInt64(0), out _);
            orders ??= [];
            position = Math.Max(position, row.GetInt64(1));
            if (SaleRows.Has(row, AfterPosition))
            {
                orders.Add(rows.Read(row, AfterPosition));
            }
        }

        return ([.. ordersOf.Select(o => new BuyerSales(o.Key, OldestFirst(o.Value)))], position);
    }

    private static async Task<List<(long Position, BuyerSales Buyer)>> ReadAnonymousAsync(
        Session session, TenantId tenant, long after, int limit, CancellationToken cancellationToken)
    {
        var rows = new SaleRows();
        return await session.QueryAsync(SalesSql.Anonymous, Page(tenant, after, limit), row => (row.GetInt64(1), Buyer(rows, row)), cancellationToken);
    }

    private static BuyerOrder OrderOf(SaleRows rows, DbDataReader row)
    {
        var order = rows.Read(row, 1);
        return new BuyerOrder(row.IsDBNull(0) ? -order.OrderId : row.GetInt64(0), order);
    }

    private static BuyerSales Buyer(SaleRows rows, DbDataReader row)
    {
        var order = rows.Read(row, AfterPosition);
        return new BuyerSales(-order.OrderId, row.GetBoolean(0) ? [] : [order]);
    }

    private static ImmutableArray<SaleOrder> OldestFirst(List<SaleOrder> orders)
    {
        orders.Sort((one, other) => (one.ProcessedAtMs, one.OrderId).CompareTo((other.ProcessedAtMs, other.OrderId)));
        return [.. orders];
    }

    private static (string, object?)[] Page(TenantId tenant, long after, int limit) =>
        [("tenant", tenant.Value), ("after", after), ("limit", (long)limit)];
}
