using XSight.ShopifySimulator;
using static XSight.Grains.Tests.Reconciling.ReconciledStore;

namespace XSight.Grains.Tests.Reconciling;

/// <summary>Comparisons that are killed, or that run while the store changes.</summary>
public sealed class ReconcileWhileChangingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_killed_comparison_goes_on_and_ends_in_the_stores_state(int seed)
    {
        await using var store = await SyncedAsync();
        await store.LoseAsync(
        [
            .. Enumerable.Range(0, 60).Select(i => Create(i, 30)),
            .. Enumerable.Range(0, 20).Select(_ => new StoreChange("orders/delete") { Id = store.TakeOrder() }),
        ]);
        TenantScope.Enter(store.Tenant);
        var run = (await store.Silo.Tenant(store.Tenant).StartSync(SyncKind.Reconcile)).Run!.Value;
        var revision = new Random(seed).Next(2, 6);
        await Eventually.Async(async () => await store.Silo.Run(store.Tenant, run).GetProgress() is { } p && (p.Revision >= revision || p.Ended) ? p : null);

        await store.CrashAsync();
        var outcome = await store.Silo.EndOf(store.Tenant, run);

        Assert.True(outcome.Phase == SyncPhase.Completed, $"seed {seed}: {outcome}");
        var compared = await store.LatestAsync();
        Assert.True(compared is { StillMissing: 0, CompleteTo: not null }, $"seed {seed}: {compared}");
        await store.AssertFiguresAreTheStoresAsync($"seed {seed}");
    }

    [Fact]
    public async Task A_store_that_changes_meanwhile_is_right_in_the_end_and_no_comparison_calls_news_a_loss()
    {
        const int Rounds = 12;
        await using var store = await SyncedAsync();
        var changing = ChangeAsync();
        var outcomes = new List<Storage.Reconciliation>();
        while (!changing.IsCompleted)
        {
            outcomes.Add((await store.ReconcileAsync()).Outcome);
        }

        await changing;
        outcomes.Add((await store.ReconcileAsync()).Outcome);

        Assert.All(outcomes, o => Assert.True(o is { StillMissing: 0, Message: null }, o.ToString()));
        await store.AssertFiguresAreTheStoresAsync();

        async Task ChangeAsync()
        {
            for (var i = 0; i < Rounds; i++)
            {
                await store.ChangeAsync(
                    Create(i, 12.5m),
                    new StoreChange("refunds/create") { Id = store.TakeOrder(), Amount = 0.25m },
                    new StoreChange("orders/delete") { Id = store.TakeOrder() });
            }
        }
    }
}
