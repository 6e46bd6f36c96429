using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using XSight.Api.Tests.Support;
using XSight.Storage;

namespace XSight.Api.Tests.Operations;

/// <summary>One installation, whose operator is Ana.</summary>
public sealed class OperationsEndpointTests : IAsyncLifetime
{
    private const string Root = "/api/v1/operations";
    private const string Letters = Root + "/dead-letters";

    private Installation _xsight = null!;
    private Visitor _operator = null!;
    private IInboxStore _inbox = null!;
    private TenantId _tenant;

    public async ValueTask InitializeAsync()
    {
        _xsight = await Installation.StartAsync(["ana-store"], new Dictionary<string, string> { ["XSIGHT_OPERATORS"] = " Ana@Example.com , someone@example.com" });
        _operator = await _xsight.ConnectAsync("ana@example.com", "ana-store");
        _inbox = _xsight.Services.GetRequiredService<IDatabase>().Inbox;
        _tenant = TenantId.Parse((await _operator.ReadAsync("/api/v1/tenants/me")).GetProperty("id").GetString()!);
    }

    public async ValueTask DisposeAsync()
    {
        _operator.Dispose();
        await _xsight.DisposeAsync();
    }

    [Fact]
    public async Task To_others_than_operators_nothing_of_it_exists()
    {
        var seq = await BuryAsync("{}");
        using var merchant = await _xsight.SignUpAsync("ben@example.com");
        foreach (var path in (string[])[Root, Letters, $"{Letters}/{seq}"])
        {
            using var refused = await merchant.GetAsync(path);
            await Problem.OfAsync(refused, HttpStatusCode.NotFound);
        }

        foreach (var what in (string[])["replay", "discard"])
        {
            using var refused = await merchant.PostAsync($"{Letters}/{seq}/{what}");
            await Problem.OfAsync(refused, HttpStatusCode.NotFound);
        }

        foreach (var page in (string[])["/operations", "/operations/dead-letters", $"/operations/dead-letters/{seq}"])
        {
            using var missing = await merchant.GetAsync(page);
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        }

        Assert.DoesNotContain("/operations", await TextAsync(merchant, "/connect"));
        Assert.Contains("/operations", await TextAsync(_operator, "/dashboard"));
        Assert.NotNull(await _inbox.FindDeadAsync(seq, CancellationToken.None));
        using var stranger = _xsight.Visit();
        using var unknown = await stranger.GetAsync(Root);
        await Problem.OfAsync(unknown, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_report_tells_of_inbox_syncs_activations_calls_and_streams()
    {
        await BuryAsync("{}");
        var report = await _operator.ReadAsync(Root);

        var inbox = report.GetProperty("inbox");
        Assert.Equal((0, 1), (inbox.GetProperty("waiting").GetInt32(), inbox.GetProperty("dead").GetInt32()));
        Assert.True(inbox.GetProperty("receivedPerSecond").GetDouble() > 0);
        Assert.Equal(0, report.GetProperty("syncs").GetProperty("running").GetArrayLength());
        Assert.Contains(report.GetProperty("activations").EnumerateArray(), a => a.GetProperty("grainType").GetString() == "tenant" && a.GetProperty("activations").GetInt32() == 1);
        var get = Assert.Single(report.GetProperty("calls").EnumerateArray(), c => (c.GetProperty("grainType").GetString(), c.GetProperty("method").GetString()) == ("tenant", "Get"));
        Assert.True(get.GetProperty("calls").GetInt32() > 0);
        Assert.InRange(get.GetProperty("medianMs").GetDouble(), double.Epsilon, get.GetProperty("p99Ms").GetDouble());
        Assert.Contains(report.GetProperty("streams").EnumerateArray(), s => s.GetProperty("namespace").GetString() == "sync");
    }

    [Fact]
    public async Task Dead_letters_are_listed_page_by_page_newest_first()
    {
        List<long> seqs = [];
        for (var i = 0; i < 5; i++)
        {
            seqs.Add(await BuryAsync($$"""{"id":"poison {{i}}"}"""));
        }

        List<string> listed = [];
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await _operator.ReadAsync($"{Letters}?limit=2{(cursor.Length > 0 ? "&cursor=" + cursor : "")}");
            Assert.Equal(5, page.GetProperty("total").GetInt32());
            listed.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            cursor = page.GetProperty("nextCursor").GetString();
        }

        Assert.Equal(seqs.OrderDescending().Select(seq => $"{seq}"), listed);
        foreach (var (query, field) in ((string, string)[])[("limit=0", "limit"), ("limit=251", "limit"), ("limit=x", "limit"), ("cursor=x", "cursor"), ("cursor=-1", "cursor")])
        {
            using var refused = await _operator.GetAsync($"{Letters}?{query}");
            await Problem.OfFieldAsync(refused, field);
        }
    }

    [Fact]
    public async Task A_replayed_letter_is_applied_and_a_discarded_one_is_gone_with_its_body()
    {
        var good = await BuryAsync(ShopifyWebhooks.Order(99_002, 77_002));
        var bad = await BuryAsync("""{"id":"poison"}""");
        Assert.Equal("""{"id":"poison"}""", (await _operator.ReadAsync($"{Letters}/{bad}")).GetProperty("body").GetString());

        using var replayed = await _operator.PostAsync($"{Letters}/{good}/replay");
        using var discarded = await _operator.PostAsync($"{Letters}/{bad}/discard");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (replayed.StatusCode, discarded.StatusCode));
        await Patience.UntilAsync(async () =>
        {
            using var customer = await _operator.GetAsync("/api/v1/customers/77002");
            return customer.IsSuccessStatusCode;
        });
        Assert.Equal((0L, 0L), await DepthAsync());
        using var again = await _operator.PostAsync($"{Letters}/{bad}/replay");
        await Problem.OfAsync(again, HttpStatusCode.NotFound);
    }

    private async Task<(long Waiting, long Dead)> DepthAsync()
    {
        var depth = await _inbox.MeasureAsync(CancellationToken.None);
        return (depth.Waiting, depth.Dead);
    }

    private async Task<long> BuryAsync(string body)
    {
        // Appended for a tenant that nobody wakes in between: buried before the pump's next beat finds it.
        var delivery = new InboxDelivery(_tenant, Guid.NewGuid().ToString(), "orders/create", null, DateTimeOffset.MaxValue.AddDays(-1), Encoding.UTF8.GetBytes(body));
        var seq = (await _inbox.AppendAsync(delivery, CancellationToken.None))!.Value;
        await _inbox.BuryAsync(_tenant, seq, "It failed.", CancellationToken.None);
        return seq;
    }

    private static async Task<string> TextAsync(Visitor visitor, string path)
    {
        using var answer = await visitor.GetAsync(path);
        return await answer.Content.ReadAsStringAsync();
    }
}
