using System.Collections.Immutable;
using XSight.Analytics.Sales;
using XSight.Grains.Sales;
using XSight.Storage;

namespace XSight.Grains.Tests.Sales;

/// <summary>The first reading of a history while the store changes under it, and where reads fail.</summary>
public sealed class SalesFeedTests
{
    private static readonly TenantId Tenant = TenantId.New();

    [Fact]
    public async Task What_changes_while_all_orders_are_read_is_in_the_ledger_afterwards()
    {
        var store = new ChangingStore(Orders(1, SalesFeed.PageOrders * 2));
        var moved = new BuyerSales(1_000_001, [Order(1) with { NetMinor = 7 }]);
        store.BeforePage = page =>
        {
            // Order 1 was read; its customer gives it to another one, whose id the orders' sequence knows nothing of.
            if (page == 2)
            {
                store.Changes.AddRange([new BuyerSales(1, []), moved]);
            }
        };
        var ledger = new SalesLedger();

        await new SalesFeed(Tenant, ledger, store).CatchUpAsync(CancellationToken.None);

        Assert.Equal(SalesFeed.PageOrders * 2, ledger.Orders);
        Assert.Equal(0, ledger.CountedOrdersOf(1).Count);
        Assert.Equal([7L], ledger.CountedOrdersOf(moved.Buyer).NetMinor.ToArray());
    }

    [Fact]
    public async Task A_read_that_fails_goes_on_from_its_last_page()
    {
        var store = new ChangingStore(Orders(1, (SalesFeed.PageOrders * 2) + 5));
        store.BeforePage = page =>
        {
            if (page == 2)
            {
                throw new TimeoutException("The database is away.");
            }
        };
        var ledger = new SalesLedger();
        var feed = new SalesFeed(Tenant, ledger, store);

        await Assert.ThrowsAsync<TimeoutException>(() => feed.CatchUpAsync(CancellationToken.None));
        Assert.Equal(0, ledger.Orders);
        await feed.CatchUpAsync(CancellationToken.None);

        Assert.Equal((SalesFeed.PageOrders * 2) + 5, ledger.Orders);
        Assert.Equal([0L, SalesFeed.PageOrders, SalesFeed.PageOrders, SalesFeed.PageOrders * 2], store.PagesAfter);
    }

    private static SaleOrder[] Orders(int first, int count) => [.. Enumerable.Range(first, count).Select(id => Order(id))];

    private static SaleOrder Order(long id) => new()
    {
        OrderId = id,
        Day = 20_000,
        ProcessedAtMs = id,
        Kind = SaleKind.Counted,
        GrossMinor = 10,
        NetMinor = 10,
    };

    /// <summary>One order a customer, both of one id; what is added to the changes comes by the feed once.</summary>
    private sealed class ChangingStore(SaleOrder[] orders) : ISalesStore
    {
        private int _pages;

        public List<BuyerSales> Changes { get; } = [];

        public List<long> PagesAfter { get; } = [];

        public Action<int> BeforePage { get; set; } = _ => { };

        public Task<SalesPosition> ReadEndAsync(TenantId tenant, CancellationToken cancellationToken) => Task.FromResult(new SalesPosition(orders.Length, 0));

        public Task<IReadOnlyList<BuyerOrder>> ReadOrdersAsync(TenantId tenant, long afterOrderId, int limit, CancellationToken cancellationToken)
        {
            PagesAfter.Add(afterOrderId);
            try
            {
                BeforePage(++_pages);
            }
            catch (TimeoutException failure)
            {
                return Task.FromException<IReadOnlyList<BuyerOrder>>(failure);
            }

            return Task.FromResult<IReadOnlyList<BuyerOrder>>(
                [.. orders.Where(o => o.OrderId > afterOrderId).Take(limit).Select(o => new BuyerOrder(o.OrderId, o))]);
        }

        public Task<SalesPage> ReadAsync(TenantId tenant, SalesPosition after, int limit, CancellationToken cancellationToken)
        {
            Assert.True(after.Customers >= orders.Length, "The feed goes on from where it ended when the orders' reading began.");
            ImmutableArray<BuyerSales> changes = [.. Changes];
            Changes.Clear();
            return Task.FromResult(new SalesPage(changes, after with { Customers = after.Customers + changes.Length }, More: false));
        }

        public Task<IReadOnlyDictionary<long, string>> ReadTitlesAsync(TenantId tenant, IReadOnlyCollection<long> productIds, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
