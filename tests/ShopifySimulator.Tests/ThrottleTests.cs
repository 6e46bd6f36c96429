using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace XSight.ShopifySimulator.Tests;

public sealed class ThrottleTests
{
    private const string Row = "1,7,2026-06-01,5.00,0\n";

    // 2 for the connection and 4 for each of 24 customers.
    private const string Costs98 = "{ customers(first: 24) { nodes { id defaultAddress { city } defaultEmailAddress { emailAddress } defaultPhoneNumber { phoneNumber } } } }";
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 22, 15, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(200)]
    [InlineData(429)]
    public async Task An_empty_bucket_throttles_until_it_has_refilled(int status)
    {
        await using var shop = await TestShop.WithOrdersAsync(Row, new SimulatorOptions { Time = _time, Bucket = new BucketOptions(100, 50, status) });
        var first = await shop.AskAsync(Costs98);
        var cost = first.GetProperty("extensions").GetProperty("cost");
        Assert.Equal(98, cost.GetProperty("requestedQueryCost").GetInt32());
        Assert.InRange(cost.GetProperty("actualQueryCost").GetInt32(), 5, 6);
        var left = cost.GetProperty("throttleStatus").GetProperty("currentlyAvailable").GetInt32();
        Assert.Equal(100 - cost.GetProperty("actualQueryCost").GetInt32(), left);

        var second = await shop.SendAsync(Costs98);
        Assert.Equal(status, (int)second.StatusCode);
        var throttled = JsonElement.Parse(await second.Content.ReadAsStringAsync());
        Assert.False(throttled.TryGetProperty("data", out _));
        Assert.Equal(("Throttled", "THROTTLED"), (throttled.GetProperty("errors")[0].GetProperty("message").GetString(), throttled.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()));
        Assert.Equal(JsonValueKind.Null, throttled.GetProperty("extensions").GetProperty("cost").GetProperty("actualQueryCost").ValueKind);

        _time.Advance(TimeSpan.FromSeconds(1));
        await shop.DataAsync(Costs98);
    }

    [Fact]
    public async Task A_query_above_a_thousand_points_is_never_run()
    {
        await using var shop = await TestShop.WithOrdersAsync(Row);
        var error = await shop.ErrorAsync(Costs98.Replace("24", "250", StringComparison.Ordinal));
        Assert.StartsWith("Query cost is 1002, which exceeds the single query max cost limit (1000).", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("MAX_COST_EXCEEDED", error.GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public void A_bucket_never_holds_more_than_its_size()
    {
        var bucket = new LeakyBucket(new BucketOptions(100, 50), _time);
        Assert.True(bucket.TryTake(100));
        Assert.False(bucket.TryTake(1));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(50, bucket.Available);
        bucket.GiveBack(500);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(100, bucket.Available);
    }
}
