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
    public async Task A_comparison_that_was_asked_for_is_the_newest_of_the_list_and_pages_lead_to_the_first()
    {
        var total = (await stores.Ben.ReadAsync($"{Path}/reconciliations")).GetProperty("total").GetInt32();
        using var answer = await stores.Ben.PostAsync($"{Path}/sync", new { kind = "reconcile" });
        var last = await stores.Ben.SyncedAsync();
        Assert.Equal(("completed", "reconcile"), (last.GetProperty("phase").GetString(), last.GetProperty("kind").GetString()));

        var seen = new List<string>();
        for (string? cursor = null, next = ""; next is not null; cursor = next)
        {
            var page = await stores.Ben.ReadAsync($"{Path}/reconciliations?limit=1{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            Assert.Equal(total + 1, page.GetProperty("total").GetInt32());
            seen.Add(Assert.Single(page.GetProperty("items").EnumerateArray()).GetProperty("run").GetString()!);
            next = page.GetProperty("nextCursor").GetString();
        }

        Assert.Equal(total + 1, seen.Distinct().Count());
        Assert.Equal(last.GetProperty("run").GetString(), seen[0]);
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
