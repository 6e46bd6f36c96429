using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using XSight.Api.Tests.Support;

namespace XSight.Api.Tests.Tenants;

public sealed class SyncEndpointTests(TwoStores stores)
{
    private const string Path = "/api/v1/tenants/me";

    [Fact]
    public async Task The_first_sync_brought_everything_the_store_has()
    {
        var last = (await stores.Ana.ReadAsync($"{Path}/sync-status")).GetProperty("last");
        Assert.Equal("completed", last.GetProperty("phase").GetString());
        Assert.Equal("full", last.GetProperty("kind").GetString());
        Assert.Equal(100, last.GetProperty("percent").GetDouble());
        Assert.Equal(Installation.Customers, last.GetProperty("customersDone").GetInt64());
        var stats = await stores.Ana.ReadAsync($"{Path}/stats");
        Assert.Equal(last.GetProperty("ordersDone").GetInt64(), stats.GetProperty("orders").GetInt64());
        var tenant = await stores.Ana.ReadAsync(Path);
        Assert.Equal($"{TwoStores.AnaShop}.myshopify.com", tenant.GetProperty("shop").GetString());
        Assert.True(tenant.GetProperty("connected").GetBoolean());
    }

    [Fact]
    public async Task A_sync_is_accepted_once_found_by_its_id_and_cancelled_without_harm_after_its_end()
    {
        using var answer = await stores.Ben.PostAsync($"{Path}/sync", new { kind = "incremental" });
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var started = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(started.GetProperty("started").GetBoolean());
        var run = started.GetProperty("run").GetString();
        Assert.Equal($"{Path}/sync/{run}/status", answer.Headers.Location!.ToString());

        var last = await stores.Ben.SyncedAsync();
        Assert.Equal(run, last.GetProperty("run").GetString());
        Assert.Equal("completed", (await stores.Ben.ReadAsync($"{Path}/sync/{run}/status")).GetProperty("phase").GetString());
        Assert.Equal(0, (await stores.Ben.ReadAsync($"{Path}/sync/active")).GetProperty("total").GetInt64());

        using var cancel = await stores.Ben.PostAsync($"{Path}/sync/{run}/cancel");
        Assert.Equal(HttpStatusCode.Accepted, cancel.StatusCode);
        Assert.Equal("completed", (await cancel.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("phase").GetString());
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
    public async Task Without_a_store_there_is_nothing_to_sync()
    {
        using var answer = await stores.Cleo.PostAsync($"{Path}/sync");
        await Problem.OfAsync(answer, HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("run-")]
    [InlineData("nonsense")]
    [InlineData("run-00000000000000000000000000000000")]
    public async Task A_run_that_there_is_not_is_404(string run)
    {
        using var status = await stores.Ana.GetAsync($"{Path}/sync/{run}/status");
        await Problem.OfAsync(status, HttpStatusCode.NotFound);
        using var cancel = await stores.Ana.PostAsync($"{Path}/sync/{run}/cancel");
        await Problem.OfAsync(cancel, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("""{"kind":"everything"}""", "kind")]
    [InlineData("""{"kind":0}""", "kind")]
    [InlineData("""{"kind":["full"]}""", "kind")]
    [InlineData("""{"kind":"full",}""", "body")]
    [InlineData("""{"kind":"full","kind":"full"}""", "kind")]
    public async Task A_body_of_the_wrong_shape_is_400_with_its_place(string json, string field)
    {
        using var answer = await stores.Ana.SendAsync(HttpMethod.Post, $"{Path}/sync", new StringContent(json, Encoding.UTF8, "application/json"));
        var problem = await Problem.OfAsync(answer, HttpStatusCode.BadRequest);
        Assert.Contains(problem.GetProperty("field").GetString(), new[] { field, "body" });
        Assert.StartsWith("line 1, byte ", problem.GetProperty("position").GetString(), StringComparison.Ordinal);
    }
}
