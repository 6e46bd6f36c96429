using System.Net.Http.Json;
using System.Text.Json;

namespace XSight.ShopifySimulator.Tests;

public sealed class FaultTests : IAsyncLifetime
{
    private const string Ask = "{ shop { name } }";
    private const string Bulk = "{ orders { nodes { id name } } }";
    private TestShop _shop = null!;

    public async ValueTask InitializeAsync() =>
        _shop = await TestShop.WithOrdersAsync(string.Concat(Enumerable.Range(1, 300).Select(i => $"{i},{i % 40},2026-06-01,5.00,0\n")));

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Theory]
    [InlineData(401)]
    [InlineData(402)]
    [InlineData(403)]
    [InlineData(423)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task The_next_answers_have_a_status_and_then_all_is_well(int status)
    {
        _shop.Faults.Add(new Fault(FaultKind.Status) { Status = status, Times = 2 });
        Assert.Equal([status, status, 200], [await StatusAsync(), await StatusAsync(), await StatusAsync()]);
    }

    [Fact]
    public async Task A_fault_strikes_where_it_was_asked_to()
    {
        _shop.Faults.Add(new Fault(FaultKind.Status) { Status = 500, On = "oauth" });
        Assert.Equal(200, await StatusAsync());
        Assert.Equal(500, (int)(await _shop.TokenAsync(new { })).StatusCode);
    }

    [Fact]
    public async Task A_hanging_answer_never_comes()
    {
        _shop.Faults.Add(new Fault(FaultKind.Hang));
        using var patience = new CancellationTokenSource();
        var hanging = _shop.Http.PostAsync("admin/api/2026-10/graphql.json", null, patience.Token);
        while (_shop.Faults.Waiting.Count > 0)
        {
            await Task.Yield();
        }

        await _shop.DataAsync(Ask);
        Assert.False(hanging.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hanging);
    }

    [Fact]
    public async Task Bodies_can_be_empty_or_pages_for_people()
    {
        _shop.Faults.Add(new Fault(FaultKind.EmptyBody));
        Assert.Equal("", await (await _shop.SendAsync(Ask)).Content.ReadAsStringAsync());
        _shop.Faults.Add(new Fault(FaultKind.Html));
        Assert.StartsWith("<!DOCTYPE html>", await (await _shop.SendAsync(Ask)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_throttle_storm_passes()
    {
        _shop.Faults.Add(new Fault(FaultKind.Throttled) { Times = 2 });
        Assert.Equal("Throttled", (await _shop.ErrorAsync(Ask)).GetProperty("message").GetString());
        Assert.Equal("Throttled", (await _shop.ErrorAsync(Ask)).GetProperty("message").GetString());
        await _shop.DataAsync(Ask);
    }

    [Fact]
    public async Task A_search_can_be_warned_about()
    {
        _shop.Faults.Add(new Fault(FaultKind.SearchWarning));
        Assert.Equal(1, (await _shop.AskAsync(Ask)).GetProperty("extensions").GetProperty("search").GetArrayLength());
    }

    [Fact]
    public async Task A_file_ends_in_the_middle_of_a_line_once()
    {
        var url = (await _shop.BulkAsync(Bulk)).GetProperty("url").GetString()!;
        _shop.Faults.Add(new Fault(FaultKind.TruncatedFile) { After = 1_000 });
        Assert.Equal(1_000, (await _shop.Http.GetByteArrayAsync(url)).Length);
        Assert.EndsWith("}\n", await _shop.Http.GetStringAsync(url), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_can_expire_early()
    {
        var url = (await _shop.BulkAsync(Bulk)).GetProperty("url").GetString()!;
        _shop.Faults.Add(new Fault(FaultKind.ExpiredUrl));
        Assert.Equal(400, (int)(await _shop.Http.GetAsync(url)).StatusCode);
        Assert.Equal(200, (int)(await _shop.Http.GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task A_bulk_operation_fails_and_leaves_what_it_had()
    {
        _shop.Faults.Add(new Fault(FaultKind.BulkFailed) { After = 200 });
        var operation = await _shop.BulkAsync(Bulk);
        Assert.Equal(("FAILED", "INTERNAL_SERVER_ERROR"), (operation.GetProperty("status").GetString(), operation.GetProperty("errorCode").GetString()));
        Assert.Equal(JsonValueKind.Null, operation.GetProperty("url").ValueKind);
        var partial = await _shop.Http.GetStringAsync(operation.GetProperty("partialDataUrl").GetString());
        Assert.InRange(partial.Count(c => c == '\n'), 200, 299);
    }

    [Fact]
    public async Task Faults_are_asked_for_over_http()
    {
        var address = new Uri(_shop.Host.BaseAddress, $"_sim/{TestShop.Domain}/faults");
        var added = await _shop.Http.PostAsJsonAsync(address, new { kind = "status", status = 423, times = 3 });
        Assert.Equal(200, (int)added.StatusCode);
        Assert.Equal(423, await StatusAsync());
        var waiting = await _shop.Http.GetFromJsonAsync<JsonElement>(address);
        Assert.Equal(("status", 2), (waiting[0].GetProperty("kind").GetString(), waiting[0].GetProperty("times").GetInt32()));
        await _shop.Http.DeleteAsync(address);
        Assert.Equal(200, await StatusAsync());
    }

    [Theory]
    [InlineData("""{"kind":"earthquake"}""")]
    [InlineData("""{"kind":"status","times":0}""")]
    [InlineData("""{"kind":"status","on":"moon"}""")]
    [InlineData("""{"kind":"status","typo":1}""")]
    [InlineData("nonsense")]
    public async Task A_fault_that_makes_no_sense_is_refused(string body)
    {
        var address = new Uri(_shop.Host.BaseAddress, $"_sim/{TestShop.Domain}/faults");
        Assert.Equal(400, (int)(await _shop.Http.PostAsync(address, new StringContent(body))).StatusCode);
        Assert.Empty(_shop.Faults.Waiting);
    }

    private async Task<int> StatusAsync() => (int)(await _shop.SendAsync(Ask)).StatusCode;
}
