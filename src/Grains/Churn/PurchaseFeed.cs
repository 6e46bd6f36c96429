using XSight.Analytics.Sales;
using XSight.Grains.Sales;
using XSight.Storage;

namespace XSight.Grains.Churn;

/// <summary>Keeps a ledger of counted orders in step with Storage; lines and refunds are left behind, forecasts need none.</summary>
internal sealed class PurchaseFeed
{
    private readonly SalesFeed _feed;
    private Task _reading = Task.CompletedTask;

    public PurchaseFeed(TenantId tenant, ISalesStore sales) => _feed = new SalesFeed(tenant, Ledger, sales, Bare);

    public SalesLedger Ledger { get; } = new();

    /// <summary>Every commit up to here is in the ledger.</summary>
    public long ChangeSeq => _feed.Position.Customers;

    /// <summary>Reads to the end. One reader at a time: whoever comes meanwhile waits for the one under way.</summary>
    public Task CatchUpAsync(CancellationToken cancellationToken)
    {
        if (_reading.IsCompleted)
        {
            _reading = _feed.CatchUpAsync(cancellationToken);
        }

        return _reading;
    }

    private static SaleOrder? Bare(SaleOrder order) => order.Kind is SaleKind.Counted
        ? order with { Lines = [], Refunds = [], Source = null, Country = null, Discount = null }
        : null;
}
