using System.Globalization;
using System.Net;
using System.Text.Json;
using XSight.Api.Tests.Support;

namespace XSight.Api.Tests.Churn;

public sealed class ChurnEndpointTests(TwoStores stores)
{
    private const string Path = "/api/v1/analytics/churn";
    private const int PollsMax = 240;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    [Fact]
    public async Task A_store_of_few_customers_is_told_so_and_has_no_receipts()
    {
        var model = await FittedAsync($"{Path}/model");

        string[] named = ["model", "parameters", "logLikelihood", "customers", "fittedAt", "horizonDays", "holdout", "gate"];
        Assert.All(named, name => Assert.True(model.TryGetProperty(name, out _), name));
        Assert.Equal(90, model.GetProperty("horizonDays").GetInt32());
        var gate = model.GetProperty("gate");
        Assert.Equal((false, "tooFewCustomers"), (gate.GetProperty("open").GetBoolean(), gate.GetProperty("reason").GetString()));
        Assert.StartsWith("Not enough history yet", gate.GetProperty("words").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, model.GetProperty("holdout").ValueKind);
        Assert.InRange(model.GetProperty("customers").GetInt32(), 1, Installation.Customers);
    }

    [Fact]
    public async Task The_work_list_pages_through_every_customer_once_and_levels_part_it()
    {
        var first = await FittedAsync($"{Path}?limit=200");
        var seen = new List<string>();
        for (var page = first; ;)
        {
            seen.AddRange(Items(page, "items").Select(i => i.GetProperty("customerId").GetString()!));
            if (page.GetProperty("nextCursor").GetString() is not { } cursor)
            {
                break;
            }

            page = await stores.Ana.ReadAsync($"{Path}?limit=200&cursor={cursor}");
        }

        var eligible = first.GetProperty("eligible").GetInt32();
        Assert.Equal(eligible, seen.Distinct().Count());
        Assert.Equal(eligible, seen.Count);
        Assert.Equal(["low", "medium", "high", "critical"], Items(first, "levels").Select(l => l.GetProperty("level").GetString()));
        Assert.Equal(eligible, Items(first, "levels").Sum(l => l.GetProperty("customers").GetInt32()));
        var top = Items(first, "items")[0];
        var (risk, expected) = (top.GetProperty("churnRisk").GetDouble(), Money(top, "expectedSpend"));
        Assert.Equal((double)Money(top, "revenueAtRisk"), risk * (double)expected, 0.011);
    }

    [Fact]
    public async Task The_work_list_can_be_sorted_by_risk_and_cut_at_an_amount()
    {
        var all = Items(await FittedAsync($"{Path}?limit=200&sort=risk"), "items");
        var risks = all.Select(i => i.GetProperty("churnRisk").GetDouble()).ToList();
        Assert.Equal(risks.OrderDescending(), risks);

        var least = all.Select(i => Money(i, "revenueAtRisk")).Order().ElementAt(all.Count / 2);
        var cut = await stores.Ana.ReadAsync($"{Path}?limit=200&atRiskMin={least.ToString(CultureInfo.InvariantCulture)}");
        Assert.Equal(all.Count(i => Money(i, "revenueAtRisk") >= least), cut.GetProperty("total").GetInt32());
        Assert.All(Items(cut, "items"), i => Assert.InRange(Money(i, "revenueAtRisk"), least, decimal.MaxValue));
    }

    [Fact]
    public async Task The_second_order_clock_opens_to_the_customers_it_counts()
    {
        var clock = (await FittedAsync(Path)).GetProperty("secondOrder");
        await OpensToAsync(clock.GetProperty("oneTimeBuyers"), "second=waiting");
        await OpensToAsync(clock.GetProperty("came"), "second=came");
        if (clock.GetProperty("mostByDay") is { ValueKind: JsonValueKind.Number } most)
        {
            await OpensToAsync(clock.GetProperty("stillInTime"), $"second=waiting&within={most.GetInt32()}");
        }

        var curve = Items(clock, "curve");
        Assert.NotEmpty(curve);
        foreach (var point in curve.Where((_, i) => i % 20 == 0).Append(curve[^1]))
        {
            await OpensToAsync(point.GetProperty("customers"), $"second=came&within={point.GetProperty("day").GetInt32()}");
        }

        async Task OpensToAsync(JsonElement figure, string filter) =>
            Assert.Equal(figure.GetInt32(), (await stores.Ana.ReadAsync($"{Path}?{filter}")).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("second=soon", "second")]
    [InlineData("within=-1", "within")]
    public async Task A_filter_of_the_second_order_that_is_not_valid_is_named(string filter, string field)
    {
        using var answer = await stores.Ana.GetAsync($"{Path}?{filter}");
        await Problem.OfFieldAsync(answer, field);
    }

    [Fact]
    public async Task One_customers_forecast_has_its_history_and_nothing_that_takes_a_model()
    {
        var top = Items(await FittedAsync($"{Path}?limit=1"), "items")[0];

        var forecast = await stores.Ana.ReadAsync($"/api/v1/customers/{top.GetProperty("customerId").GetString()}/forecast");

        Assert.Equal(top.GetProperty("churnRisk").GetDouble(), forecast.GetProperty("forecast").GetProperty("churnRisk").GetDouble(), 1e-4);
        Assert.Contains(forecast.GetProperty("source").GetString(), new[] { "days overdue", "second-order curve" });
        Assert.All(["probabilityAlive", "expectedPurchases", "lifetimeValue"], name => Assert.Equal(JsonValueKind.Null, forecast.GetProperty(name).ValueKind));
        Assert.Equal(forecast.GetProperty("forecast").GetProperty("churnRisk").GetDouble(), Items(forecast, "history")[^1].GetProperty("churnRisk").GetDouble());
        Assert.All(Items(forecast, "scores"), p => Assert.All(["r", "f", "m"], name => Assert.InRange(p.GetProperty(name).GetInt32(), 1, 5)));
        using var missing = await stores.Ana.GetAsync("/api/v1/customers/999999999999/forecast");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("level=awful", "level")]
    [InlineData("group=nobody", "group")]
    [InlineData("cursor=xyz", "cursor")]
    [InlineData("sort=name", "sort")]
    [InlineData("atRiskMin=-5", "atRiskMin")]
    [InlineData("atRiskMin=much", "atRiskMin")]
    public async Task A_value_that_is_not_valid_is_named(string query, string field)
    {
        using var answer = await stores.Ana.GetAsync($"{Path}?{query}");
        await Problem.OfFieldAsync(answer, field);
    }

    /// <summary>The first fit follows the sync within seconds; until then the answer is 503.</summary>
    private async Task<JsonElement> FittedAsync(string path)
    {
        for (var poll = 0; poll < PollsMax; poll++)
        {
            using var answer = await stores.Ana.GetAsync(path);
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable)
            {
                return await stores.Ana.ReadAsync(path);
            }

            await Task.Delay(Pause);
        }

        throw new InvalidOperationException("The first fit did not come.");
    }

    private static decimal Money(JsonElement of, string name) => decimal.Parse(of.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);

    private static List<JsonElement> Items(JsonElement parent, string name) => [.. parent.GetProperty(name).EnumerateArray()];
}
