using XSight.Analytics.Sales;
using XSight.Storage;

namespace XSight.Grains.Sales;

/// <summary>
/// Keeps a ledger in step with Storage. First all orders are read in the sequence in which they lie there; what changed since that
/// began, and from then on, comes by the buyers' feed. What comes twice is replaced by itself.
/// </summary>
/// <param name="tenant">Whose orders.</param>
/// <param name="ledger">Empty.</param>
/// <param name="store">Where they come from.</param>
/// <param name="keep">What the ledger gets of an order, null for nothing; the whole order unless given.</param>
public sealed class SalesFeed(TenantId tenant, SalesLedger ledger, ISalesStore store, Func<SaleOrder, SaleOrder?>? keep = null)
{
    public const int PageBuyers = 10_000;
    public const int PageOrders = 20_000;

    private SalesLoad? _load = new(ledger);
    private SalesPosition? _end;
    private long _lastOrder;

    /// <summary>Every change up to here is in the ledger.</summary>
    public SalesPosition Position { get; private set; }

    /// <summary>Reads to the end: whatever was committed before is in the ledger then. A read that fails half-way goes on from its last page.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        if (_load is { } load)
        {
            await LoadAsync(load, cancellationToken);
        }

        while (true)
        {
            var page = await store.ReadAsync(tenant, Position, PageBuyers, cancellationToken);
            foreach (var buyer in page.Buyers)
            {
                ledger.Replace(keep is null ? buyer : buyer with { Orders = [.. buyer.Orders.Select(keep).OfType<SaleOrder>()] });
            }

            Position = page.Next;
            if (!page.More)
            {
                return;
            }
        }
    }

    /// <summary>A page is read while the one before it goes into memory.</summary>
    private async Task LoadAsync(SalesLoad load, CancellationToken cancellationToken)
    {
        _end ??= await store.ReadEndAsync(tenant, cancellationToken);
        var reading = store.ReadOrdersAsync(tenant, _lastOrder, PageOrders, cancellationToken);
        while (true)
        {
            var page = await reading;
            var last = page.Count > 0 ? page[^1].Order.OrderId : _lastOrder;
            var more = page.Count == PageOrders;
            reading = more ? store.ReadOrdersAsync(tenant, last, PageOrders, cancellationToken) : reading;
            foreach (var (buyer, order) in page)
            {
                if ((keep is null ? order : keep(order)) is { } kept)
                {
                    load.Add(buyer, kept);
                }
            }

            _lastOrder = last;
            if (!more)
            {
                break;
            }
        }

        load.Complete();
        _load = null;
        Position = _end.Value;
    }
}
