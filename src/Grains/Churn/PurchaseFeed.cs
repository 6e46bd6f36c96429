using XSight.Analytics.Sales;
using XSight.Storage;

namespace XSight.Grains.Churn;

/// <summary>Keeps a ledger of counted orders in step with Storage's feed of buyers; lines and refunds are left behind, forecasts need none.</summary>
internal sealed class PurchaseFeed(TenantId tenant, ISalesStore sales)
{
    private SalesPosition _position;
    private Task _reading = Task.CompletedTask;

    public SalesLedger Ledger { get; } = new();

    /// <summary>Every commit up to here is in the ledger.</summary>
    public long ChangeSeq => _position.Customers;

    /// <summary>Reads the feed to its end. One reader at a time: whoever comes meanwhile waits for the one under way.</summary>
    public Task CatchUpAsync(CancellationToken cancellationToken)
    {
        if (_reading.IsCompleted)
        {
            _reading = ReadAsync(cancellationToken);
        }

        return _reading;
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var page = await sales.ReadAsync(tenant, _position, ISalesStore.PageBuyersMax, cancellationToken);
            foreach (var buyer in page.Buyers)
            {
                Ledger.Replace(buyer with { Orders = [.. buyer.Orders.Where(o => o.Kind == SaleKind.Counted).Select(Bare)] });
            }

            _position = page.Next;
            if (!page.More)
            {
                return;
            }
        }
    }

    private static SaleOrder Bare(SaleOrder order) => order with { Lines = [], Refunds = [], Source = null, Country = null, Discount = null };
}
