using Microsoft.Extensions.Time.Testing;

namespace XSight.Shopify.Tests;

public sealed class ThrottleTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(429)]
    public async Task A_throttled_request_waits_exactly_for_the_missing_points(int status)
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Throttled(requested: 752, available: 666, rate: 50, status)).Then(Reply.Data(Nodes.Shop));

        await shop.Admin.GetShopAsync(TestContext.Current.CancellationToken);

        // Jitter of at most a quarter of a second, and then what the bucket still lacks of (752 - 666) / 50 = 1.72 s.
        Assert.Equal(1.72, shop.Time.Waits.Sum(wait => wait.TotalSeconds), tolerance: 0.001);
        Assert.Equal(2, shop.Store.Requests.Count);
    }

    [Fact]
    public async Task Retry_After_is_kept_when_the_store_tells_no_cost()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Status(429, retryAfter: "2.0")).Then(Reply.Data(Nodes.Shop));

        await shop.Admin.GetShopAsync(TestContext.Current.CancellationToken);

        Assert.InRange(Assert.Single(shop.Time.Waits).TotalSeconds, 2.0, 2.25);
    }

    [Fact]
    public async Task Throttled_without_any_figures_waits_a_second()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Json("""{"errors":[{"message":"Throttled"}]}""")).Then(Reply.Data(Nodes.Shop));

        await shop.Admin.GetShopAsync(TestContext.Current.CancellationToken);

        Assert.InRange(Assert.Single(shop.Time.Waits).TotalSeconds, 1.0, 1.25);
    }

    [Fact]
    public async Task Throttled_for_ever_ends_as_throttled()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Throttled(requested: 752, available: 0, rate: 50), times: 20);

        var error = await Assert.ThrowsAsync<ShopifyException>(() => shop.Admin.GetShopAsync(TestContext.Current.CancellationToken));

        Assert.Equal(ShopifyErrorKind.Throttled, error.Kind);
        Assert.Equal(RetryLimits.Background.AttemptsMax, shop.Store.Requests.Count);
    }

    [Fact]
    public async Task Clients_of_one_shop_share_its_bucket_and_other_shops_do_not_wait()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store
            .Then(Reply.WithCost(Nodes.Shop, requested: 300, available: 100, rate: 100))
            .Then(Reply.Data(Nodes.Shop), times: 2);

        await shop.Admin.GetShopAsync(TestContext.Current.CancellationToken);
        await shop.AdminOf(ShopDomain.Parse("elsewhere.myshopify.com")).GetShopAsync(TestContext.Current.CancellationToken);
        Assert.Empty(shop.Time.Waits);

        await shop.Admin.GetShopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2.0, Assert.Single(shop.Time.Waits).TotalSeconds, tolerance: 0.001);
    }

    [Fact]
    public async Task Those_who_wait_are_served_in_the_order_of_their_coming()
    {
        var time = new FakeTimeProvider();
        using var throttle = new CostThrottle(time);
        throttle.Settle(QueryDocuments.Shop, taken: 0, new QueryCost(100, 100, new ThrottleStatus(1000, 0, 50)));
        var served = new List<int>();
        var waiting = Enumerable.Range(0, 5).Select(async caller =>
        {
            await throttle.TakeAsync(cost: 100, TestContext.Current.CancellationToken);
            lock (served)
            {
                served.Add(caller);
            }
        }).ToArray();

        foreach (var caller in waiting)
        {
            Assert.False(caller.IsCompleted);
            time.Advance(TimeSpan.FromSeconds(2.001));
            await caller;
        }

        Assert.Equal([0, 1, 2, 3, 4], served);
    }

    [Fact]
    public async Task What_is_under_way_is_taken_off_what_the_store_tells()
    {
        var time = new FakeTimeProvider();
        using var throttle = new CostThrottle(time);
        var token = TestContext.Current.CancellationToken;
        throttle.Settle(QueryDocuments.Shop, taken: 0, new QueryCost(400, 400, new ThrottleStatus(1000, 1000, 50)));
        await throttle.TakeAsync(400, token);
        await throttle.TakeAsync(400, token);

        // The store has charged the first request only; the second is still on its way there.
        throttle.Settle(QueryDocuments.Shop, 400, new QueryCost(400, 400, new ThrottleStatus(1000, 600, 50)));

        var third = throttle.TakeAsync(400, token);
        Assert.False(third.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(4.001));
        Assert.InRange((await third).TotalSeconds, 4, 4.001);
    }

    [Fact]
    public async Task A_cost_above_the_bucket_waits_for_a_full_bucket_and_not_for_ever()
    {
        var time = new FakeTimeProvider();
        using var throttle = new CostThrottle(time);
        throttle.Settle(QueryDocuments.Shop, 0, new QueryCost(5000, null, new ThrottleStatus(1000, 900, 100)));

        var call = throttle.TakeAsync(throttle.CostOf(QueryDocuments.Shop), TestContext.Current.CancellationToken);
        Assert.False(call.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1.001));

        await call;
    }

    [Fact]
    public async Task A_caller_that_gives_up_its_turn_lets_the_next_one_through()
    {
        var time = new FakeTimeProvider();
        using var throttle = new CostThrottle(time);
        throttle.Settle(QueryDocuments.Shop, 0, new QueryCost(100, 100, new ThrottleStatus(1000, 0, 100)));
        using var stop = new CancellationTokenSource();
        var first = throttle.TakeAsync(1000, stop.Token);
        var second = throttle.TakeAsync(100, TestContext.Current.CancellationToken);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        time.Advance(TimeSpan.FromSeconds(1.001));

        await second.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }
}
