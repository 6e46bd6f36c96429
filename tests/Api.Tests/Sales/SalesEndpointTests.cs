using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using XSight.Api.Tests.Support;

namespace XSight.Api.Tests.Sales;

public sealed class SalesEndpointTests(TwoStores stores)
{
    private const string Path = "/api/v1/analytics";
    private const string AllTime = "from=2015-01-01&to=2030-12-31";

    [Fact]
    public async Task Revenue_of_all_time_is_the_stores_revenue_and_its_series_has_no_gaps()
    {
        var stats = await stores.Ana.ReadAsync("/api/v1/tenants/me/stats");
        var report = await stores.Ana.ReadAsync($"{Path}/revenue?by=month&{AllTime}");
        var series = Items(report, "series");

        Assert.Equal(stats.GetProperty("revenue").GetString(), report.GetProperty("total").GetProperty("net").GetString());
        Assert.Equal(192, series.Count);
        Assert.Equal(series.Count, Items(report, "previous").Count);
        Assert.Equal(("2015-01", "2015-01-31"), (Text(series[0], "period"), Text(series[0], "to")));
        Assert.Equal(Number(report.GetProperty("total"), "net"), series.Sum(p => Number(p, "net")));
        Assert.Equal(report.GetProperty("total").GetProperty("newCustomers").GetInt32(), series.Sum(p => p.GetProperty("newCustomers").GetInt32()));
        Assert.All(series, p => Assert.Equal(Number(p, "gross") - Number(p, "refunds"), Number(p, "net")));
    }

    [Theory]
    [InlineData("day", "2026-01-31", "2026-01-31")]
    [InlineData("week", "2026-01-28", "2026-01-26")]
    [InlineData("quarter", "2026-02-01", "2026-Q1")]
    [InlineData("year", "2026-02-01", "2026")]
    public async Task Periods_have_the_names_people_use(string by, string day, string name)
    {
        var report = await stores.Ana.ReadAsync($"{Path}/revenue?by={by}&from={day}&to={day}");

        Assert.Equal(name, Text(Assert.Single(Items(report, "series")), "period"));
    }

    [Fact]
    public async Task Cohorts_hold_every_eligible_customer_once_and_a_cell_opens_to_its_people()
    {
        var eligible = (await stores.Ana.ReadAsync($"{Path}/rfm")).GetProperty("eligible").GetInt32();
        var report = await stores.Ana.ReadAsync($"{Path}/cohorts?by=month&split=country");
        var cohorts = Items(report, "cohorts");
        Assert.Equal(eligible, cohorts.Sum(c => c.GetProperty("size").GetInt32()));
        Assert.Equal(eligible, Items(report, "segments").Sum(s => s.GetProperty("customers").GetInt32()));

        var cohort = cohorts[0];
        var age = Items(cohort, "ages")[0];
        Assert.Equal(cohort.GetProperty("size").GetInt32(), age.GetProperty("active").GetInt32());
        var people = await stores.Ana.ReadAsync(
            $"{Path}/people?from={Text(age, "from")}&to={Text(age, "to")}&cohort={Text(cohort, "from")}&by=month&split=country&segment={cohort.GetProperty("segment").GetInt32()}");
        Assert.Equal(age.GetProperty("active").GetInt32(), people.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Bridge_adds_up_and_each_step_opens_to_its_orders()
    {
        var report = await stores.Ana.ReadAsync($"{Path}/bridge?{AllTime}");
        var steps = Items(report, "steps");

        Assert.Equal(Number(report, "shopify"), Number(report, "ours") + steps.Sum(s => Number(s, "amount")));
        foreach (var step in steps)
        {
            var orders = await stores.Ana.ReadAsync(Text(step, "open"));
            Assert.Equal(step.GetProperty("orders").GetInt32(), orders.GetProperty("total").GetInt32());
        }
    }

    [Fact]
    public async Task Orders_behind_a_figure_come_in_pages_without_gaps()
    {
        var expected = (await stores.Ana.ReadAsync($"{Path}/revenue?by=year&{AllTime}")).GetProperty("total").GetProperty("orders").GetInt32();
        var ids = new List<string>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = await stores.Ana.ReadAsync($"{Path}/orders?{AllTime}&limit=250{(cursor.Length == 0 ? "" : $"&cursor={cursor}")}");
            ids.AddRange(Items(page, "items").Select(order => Text(order, "id")));
            cursor = page.GetProperty("nextCursor").GetString();
        }

        Assert.Equal((expected, expected), (ids.Count, ids.Distinct().Count()));
    }

    [Fact]
    public async Task Gaps_first_products_pairs_and_the_best_customers_open_to_as_many_rows_as_they_say()
    {
        var repeat = await stores.Ana.ReadAsync($"{Path}/repeat?{AllTime}");
        foreach (var (name, step) in new[] { ("firstToSecond", "second"), ("secondToThird", "third") })
        {
            foreach (var bucket in Items(repeat.GetProperty(name), "distribution"))
            {
                var to = bucket.GetProperty("toDays");
                await OpensToAsync(
                    bucket.GetProperty("customers").GetInt32(),
                    $"people?{AllTime}&kind=new&gap={step}&gapFrom={bucket.GetProperty("fromDays").GetInt32()}{(to.ValueKind == JsonValueKind.Null ? "" : $"&gapTo={to.GetInt32()}")}");
            }
        }

        foreach (var top in Items(await stores.Ana.ReadAsync($"{Path}/concentration?{AllTime}"), "top"))
        {
            await OpensToAsync(top.GetProperty("customers").GetInt32(), $"people?{AllTime}&top={top.GetProperty("percent").GetInt32()}");
        }

        var products = await stores.Ana.ReadAsync($"{Path}/products?{AllTime}&customersMin=1&laterDays=1");
        foreach (var pair in Items(products, "pairs").Take(5))
        {
            await OpensToAsync(pair.GetProperty("orders").GetInt32(), $"orders?{AllTime}&product={Text(pair, "first")}&with={Text(pair, "second")}");
        }

        var watched = (await stores.Ana.ReadAsync($"{Path}/products")).GetProperty("to").GetDateTime().AddDays(-2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var first in Items(products, "firstProducts"))
        {
            await OpensToAsync(first.GetProperty("customers").GetInt32(), $"people?from=2015-01-01&to={watched}&kind=new&firstProduct={first.GetProperty("id").GetString() ?? "0"}");
        }

        async Task OpensToAsync(int figure, string list) =>
            Assert.Equal(figure, (await stores.Ana.ReadAsync($"{Path}/{list}")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task People_behind_a_figure_come_in_pages_without_gaps_largest_net_first()
    {
        var people = new List<(string Id, decimal Net)>();
        var total = 0;
        for (var cursor = ""; cursor is not null;)
        {
            var page = await stores.Ana.ReadAsync($"{Path}/people?{AllTime}&limit=7{(cursor.Length == 0 ? "" : $"&cursor={cursor}")}");
            total = page.GetProperty("total").GetInt32();
            people.AddRange(Items(page, "items").Select(person => (Text(person, "id"), Number(person, "net"))));
            cursor = page.GetProperty("nextCursor").GetString();
        }

        Assert.Equal((total, total), (people.Count, people.DistinctBy(p => p.Id).Count()));
        Assert.Equal(people.Select(p => p.Net).OrderDescending(), people.Select(p => p.Net));
    }

    [Fact]
    public async Task Products_repeat_and_concentration_answer_over_all_time()
    {
        var eligible = (await stores.Ana.ReadAsync($"{Path}/rfm")).GetProperty("eligible").GetInt32();
        var products = await stores.Ana.ReadAsync($"{Path}/products?limit=5&sort=buyers");
        var repeat = await stores.Ana.ReadAsync($"{Path}/repeat");
        var concentration = await stores.Ana.ReadAsync($"{Path}/concentration");

        Assert.True(Items(products, "products").Count <= 5);
        Assert.Equal(eligible, repeat.GetProperty("customers").GetInt32());
        Assert.Equal([1, 5, 10, 20], Items(concentration, "top").Select(top => top.GetProperty("percent").GetInt32()));
        Assert.Equal(eligible, concentration.GetProperty("customers").GetInt32());
    }

    [Theory]
    [InlineData("revenue?by=fortnight", "by")]
    [InlineData("revenue?from=31.01.2026", "from")]
    [InlineData("revenue?from=2026-02-01&to=2026-01-01", "from")]
    [InlineData("revenue?by=day&from=1990-01-01&to=2026-01-01", "from")]
    [InlineData("revenue?refunds=never", "refunds")]
    [InlineData("cohorts?by=day", "by")]
    [InlineData("cohorts?split=colour", "split")]
    [InlineData("products?limit=251", "limit")]
    [InlineData("products?laterDays=0", "laterDays")]
    [InlineData("bridge?to=2026-01-01", "from")]
    [InlineData("orders?from=2026-01-01&to=2026-01-02&cursor=nonsense", "cursor")]
    [InlineData("orders?from=2026-01-01&to=2026-01-02&concern=moon", "concern")]
    [InlineData("orders?from=2026-01-01&to=2026-01-02&with=7", "with")]
    [InlineData("people?from=2026-01-01&to=2026-01-02&kind=odd", "kind")]
    [InlineData("people?from=2026-01-01&to=2026-01-02&top=101", "top")]
    [InlineData("people?from=2026-01-01&to=2026-01-02&gap=fourth", "gap")]
    [InlineData("people?from=2026-01-01&to=2026-01-02&gapTo=8", "gapTo")]
    [InlineData("people?from=2026-01-01&to=2026-01-02&cursor=7", "cursor")]
    public async Task A_value_that_is_not_valid_is_named(string question, string field)
    {
        using var answer = await stores.Ana.GetAsync($"{Path}/{question}");
        await Problem.OfFieldAsync(answer, field);
    }

    [Fact]
    public async Task A_store_without_orders_answers_with_zeros()
    {
        var revenue = await stores.Cleo.ReadAsync($"{Path}/revenue");
        Assert.Equal(30, Items(revenue, "series").Count);
        Assert.Empty(Items(await stores.Cleo.ReadAsync($"{Path}/cohorts"), "cohorts"));
        Assert.Empty(Items(await stores.Cleo.ReadAsync($"{Path}/concentration"), "top"));
    }

    [Fact]
    public async Task The_stores_way_to_date_refunds_holds_where_a_question_does_not_say()
    {
        await ChooseAsync("order");
        Assert.Equal("order", Text(await stores.Cleo.ReadAsync("/api/v1/tenants/me/settings"), "revenueRefunds"));
        Assert.Equal("order", Text(await stores.Cleo.ReadAsync($"{Path}/revenue"), "refunds"));
        Assert.Equal("refund", Text(await stores.Cleo.ReadAsync($"{Path}/revenue?refunds=refund"), "refunds"));
        Assert.Equal("order", Text(await stores.Cleo.ReadAsync($"{Path}/bridge?{AllTime}"), "refunds"));
        Assert.Equal("refund", Text(await stores.Ana.ReadAsync($"{Path}/revenue"), "refunds"));
        await ChooseAsync("refund");
        Assert.Equal("refund", Text(await stores.Cleo.ReadAsync($"{Path}/revenue"), "refunds"));

        async Task ChooseAsync(string refunds)
        {
            using var answer = await stores.Cleo.SendAsync(HttpMethod.Put, "/api/v1/tenants/me/settings", JsonContent.Create(new { revenueRefunds = refunds }));
            Assert.True(answer.IsSuccessStatusCode);
        }
    }

    private static List<JsonElement> Items(JsonElement parent, string name) => [.. parent.GetProperty(name).EnumerateArray()];

    private static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString()!;

    private static decimal Number(JsonElement parent, string name) => decimal.Parse(Text(parent, name), CultureInfo.InvariantCulture);
}
