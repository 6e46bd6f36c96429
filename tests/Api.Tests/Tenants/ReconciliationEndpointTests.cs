using System.Text.Json;
using XSight.Api.Tests.Support;

namespace XSight.Api.Tests.Tenants;

public sealed class ReconciliationEndpointTests(TwoStores stores)
{
    private const string Path = "/api/v1/tenants/me";

    [Fact]
    public async Task The_first_sync_ended_compared_with_the_store()
    {
        var newest = (await stores.Ana.ReadAsync($"{Path}/sync-status")).GetProperty("reconciliation");
        Assert.Equal((0, 0), (newest.GetProperty("stillMissing").GetInt32(), newest.GetProperty("missing").GetInt32()));
        Assert.Equal(JsonValueKind.Null, newest.GetProperty("message").ValueKind);
        Assert.True(newest.GetProperty("completeTo").GetDateTimeOffset() <= newest.GetProperty("startedAt").GetDateTimeOffset());
        var orders = (await stores.Ana.ReadAsync($"{Path}/stats")).GetProperty("orders").GetInt64();
        Assert.Equal(orders, newest.GetProperty("ordersCompared").GetInt64());
    }

    [Fact]
    public async Task Nobody_sees_anothers_comparisons()
    {
        Assert.Equal(0, (await stores.Cleo.ReadAsync($"{Path}/reconciliations")).GetProperty("total").GetInt32());
        Assert.Equal(JsonValueKind.Null, (await stores.Cleo.ReadAsync($"{Path}/sync-status")).GetProperty("reconciliation").ValueKind);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=251", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("cursor=damaged", "cursor")]
    public async Task A_value_that_is_not_valid_is_named(string query, string field)
    {
        using var answer = await stores.Ana.GetAsync($"{Path}/reconciliations?{query}");
        await Problem.OfFieldAsync(answer, field);
    }
}
