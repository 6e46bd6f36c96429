using XSight.Analytics.Sales;
using XSight.Storage;

namespace XSight.Grains.Sales;

/// <summary>Keeps a ledger in step with the buyers' feed of Storage. What comes twice is replaced by itself.</summary>
public sealed class SalesFeed(TenantId tenant, SalesLedger ledger, ISalesStore store)
{
    public const int PageBuyers = 10_000;

    /// <summary>Every change up to here is in the ledger.</summary>
    public SalesPosition Position { get; private set; }

    /// <summary>Reads the feed to its end: whatever was committed before is in the ledger then. A read that fails half-way goes on from its last page.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var page = await store.ReadAsync(tenant, Position, PageBuyers, cancellationToken);
            foreach (var buyer in page.Buyers)
            {
                ledger.Replace(buyer);
            }

            Position = page.Next;
            if (!page.More)
            {
                return;
            }
        }
    }
}
