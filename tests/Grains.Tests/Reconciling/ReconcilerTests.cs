using XSight.ShopifySimulator;
using static XSight.Grains.Tests.Reconciling.ReconciledStore;

namespace XSight.Grains.Tests.Reconciling;

/// <summary>What webhooks missed is found and mended: real grains, SQLite and Shopify client, over HTTP against the simulator.</summary>
public sealed class ReconcilerTests
{
    [Fact]
    public async Task A_full_sync_ends_compared_with_its_whole_history()
    {
        await using var store = await SyncedAsync();

        var outcome = await store.LatestAsync();

        Assert.Equal((0, 0, true, null), (outcome.Found, outcome.StillMissing, outcome.WholeHistory, outcome.Message));
        Assert.Equal(await store.Silo.Database.Orders.CountAsync(store.Tenant, CancellationToken.None), outcome.OrdersCompared);
        Assert.True(outcome.CompleteTo <= outcome.StartedAt && outcome.Days > 7, outcome.ToString());
    }

    [Fact]
    public async Task Lost_creates_edits_cancels_and_deletes_are_found_and_mended_exactly()
    {
        await using var store = await SyncedAsync();
        await store.ChangeAsync([.. Enumerable.Range(0, 10).Select(i => Create(i, 10 + i)), new StoreChange("orders/delete") { Id = store.TakeOrder() }]);
        await store.LoseAsync(
        [
            .. Enumerable.Range(0, 20).Select(i => Create(100 + i, 20 + i)),
            .. Enumerable.Range(0, 12).Select(_ => new StoreChange("refunds/create") { Id = store.TakeOrder(), Amount = 0.5m }),
            .. Enumerable.Range(0, 4).Select(_ => new StoreChange("orders/updated") { Id = store.TakeLatestOrder(), FinancialStatus = "PENDING" }),
            .. Enumerable.Range(0, 6).Select(_ => new StoreChange("orders/cancelled") { Id = store.TakeLatestOrder() }),
            .. Enumerable.Range(0, 5).Select(_ => new StoreChange("orders/delete") { Id = store.TakeOrder() }),
            .. Enumerable.Range(0, 3).Select(_ => new StoreChange("orders/delete") { Id = store.TakeLatestOrder() }),
        ]);

        var (run, outcome) = await store.ReconcileAsync();

        Assert.True(run.Phase == SyncPhase.Completed, run.Message);
        Assert.Equal((20, 22, 8), (outcome.Missing, outcome.Outdated, outcome.Surplus));
        Assert.Equal((50, 0), (outcome.Mended, outcome.StillMissing));
        await store.AssertFiguresAreTheStoresAsync();
    }

    [Fact]
    public async Task A_second_comparison_changes_nothing_and_finds_nothing()
    {
        await using var store = await SyncedAsync();
        await store.LoseAsync(Create(1, 30), new StoreChange("orders/delete") { Id = store.TakeOrder() });
        Assert.Equal(2, (await store.ReconcileAsync()).Outcome.Mended);
        TenantScope.Enter(store.Tenant);
        var before = await store.Silo.Insights(store.Tenant).GetRfm();

        var (_, outcome) = await store.ReconcileAsync();

        Assert.Equal((0, 0), (outcome.Found, outcome.StillMissing));
        var after = await store.Silo.Insights(store.Tenant).GetRfm();
        Assert.Equal((before.ChangeSeq, before.Eligible), (after.ChangeSeq, after.Eligible));
    }

    [Fact]
    public async Task An_incremental_sync_brings_what_changed_and_its_comparison_finds_what_was_deleted()
    {
        await using var store = await SyncedAsync();
        await store.LoseAsync(Create(1, 30), Create(2, 40), new StoreChange("orders/delete") { Id = store.TakeOrder() });

        var (run, outcome) = await store.ReconcileAsync(SyncKind.Incremental);

        Assert.Equal(SyncPhase.Completed, run.Phase);
        Assert.Equal((0, 0, 1, 1), (outcome.Missing, outcome.Outdated, outcome.Surplus, outcome.Mended));
        await store.AssertFiguresAreTheStoresAsync();
    }

    [Fact]
    public async Task Hundreds_of_lost_orders_are_read_in_pages()
    {
        await using var store = await SyncedAsync();
        await store.LoseAsync([.. Enumerable.Range(0, 400).Select(i => Create(i, 5 + (i % 90)))]);

        var (_, outcome) = await store.ReconcileAsync();

        Assert.Equal((400, 400), (outcome.Missing, outcome.Mended));
        await store.AssertFiguresAreTheStoresAsync();
    }

    [Fact]
    public async Task A_throttled_store_is_waited_for()
    {
        await using var store = await SyncedAsync();
        await store.LoseAsync(Create(1, 30));
        store.Faults.Add(new Fault(FaultKind.Throttled) { Status = 200, Times = 2 });
        store.Faults.Add(new Fault(FaultKind.Throttled) { Status = 429 });

        var (_, outcome) = await store.ReconcileAsync();

        Assert.Equal((1, 1, null), (outcome.Missing, outcome.Mended, outcome.Message));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_store_that_refuses_midway_is_reported_in_words_and_compared_by_the_next_run(int answersBefore)
    {
        await using var store = await SyncedAsync();
        await store.LoseAsync([.. Enumerable.Range(0, 5).Select(i => Create(i, 30)), new StoreChange("orders/delete") { Id = store.TakeOrder() }]);
        store.Faults.Add(new Fault(FaultKind.Status) { Status = 402, Times = 50, After = answersBefore });

        var (run, outcome) = await store.ReconcileAsync();

        Assert.Equal((SyncPhase.Failed, null), (run.Phase, outcome.CompleteTo));
        Assert.Contains("frozen this store", outcome.Message, StringComparison.Ordinal);
        Assert.Equal(outcome.Message, run.Message);
        store.Faults.Clear();
        var (_, next) = await store.ReconcileAsync();
        Assert.Equal((0, null), (next.StillMissing, next.Message));
        await store.AssertFiguresAreTheStoresAsync();
    }

    [Fact]
    public async Task A_sync_stays_good_when_only_its_comparison_fails()
    {
        await using var store = await SyncedAsync();
        await store.LoseAsync(Create(1, 30));
        store.Faults.Add(new Fault(FaultKind.Status) { Status = 402, Times = 50, After = 2 });

        var (run, outcome) = await store.ReconcileAsync(SyncKind.Incremental);

        Assert.Equal(SyncPhase.Completed, run.Phase);
        Assert.Contains("frozen this store", outcome.Message, StringComparison.Ordinal);
        store.Faults.Clear();
        await store.AssertFiguresAreTheStoresAsync();
    }

    [Fact]
    public async Task A_shop_that_shows_sixty_days_only_loses_none_of_its_older_orders()
    {
        await using var store = await SyncedAsync("read_customers,read_orders,read_products");
        var orders = await store.Silo.Database.Orders.CountAsync(store.Tenant, CancellationToken.None);
        await store.ChangeAsync(Create(1, 30));
        await store.LoseAsync(Create(2, 30), new StoreChange("orders/delete") { Id = store.TakeLatestOrder() });

        var (_, outcome) = await store.ReconcileAsync();

        Assert.Equal((1, 0, 0, false), (outcome.Missing, outcome.Surplus, outcome.StillMissing, outcome.WholeHistory));
        Assert.Equal(orders + 2, await store.Silo.Database.Orders.CountAsync(store.Tenant, CancellationToken.None));
    }
}
