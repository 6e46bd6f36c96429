using System.Globalization;
using System.Net;
using System.Text.Json;
using XSight.Api.Tests.Support;

namespace XSight.Api.Tests.Customers;

public sealed class CustomerListTests(TwoStores stores)
{
    private const string Path = "/api/v1/customers";

    [Fact]
    public async Task Items_have_the_documented_shape_with_ids_as_strings_and_money_as_decimals()
    {
        var page = await stores.Ana.ReadAsync($"{Path}?limit=1");
        Assert.Equal(Installation.Customers, page.GetProperty("total").GetInt64());
        var item = Assert.Single(page.GetProperty("items").EnumerateArray().ToList());
        Assert.Equal(
            ["id", "name", "email", "ordersCount", "totalSpent", "lastOrderAt", "r", "f", "m", "group"],
            item.EnumerateObject().Select(fact => fact.Name));
        Assert.True(long.Parse(item.GetProperty("id").GetString()!, CultureInfo.InvariantCulture) > 0);
        Assert.Matches(@"\A\d+\.\d\d\z", item.GetProperty("totalSpent").GetString());
        Assert.InRange(item.GetProperty("r").GetInt32(), 1, 5);
    }

    [Fact]
    public async Task Cursors_walk_the_whole_list_once_and_in_order()
    {
        var ids = new List<string>();
        var spent = new List<decimal>();
        string? cursor = null;
        do
        {
            var page = await stores.Ana.ReadAsync($"{Path}?limit=7&sort=-total_spent{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            foreach (var item in page.GetProperty("items").EnumerateArray())
            {
                ids.Add(item.GetProperty("id").GetString()!);
                spent.Add(decimal.Parse(item.GetProperty("totalSpent").GetString()!, CultureInfo.InvariantCulture));
            }

            cursor = page.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null && ids.Count <= Installation.Customers);

        Assert.Equal(Installation.Customers, ids.Distinct().Count());
        Assert.Equal(Installation.Customers, ids.Count);
        Assert.Equal(spent.OrderDescending(), spent);
    }

    [Fact]
    public async Task Groups_divide_the_list_as_the_rfm_report_counts_them()
    {
        var groups = (await stores.Ana.ReadAsync("/api/v1/analytics/rfm")).GetProperty("groups").EnumerateArray().ToList();
        foreach (var group in groups)
        {
            var page = await stores.Ana.ReadAsync($"{Path}?limit=250&group={group.GetProperty("group").GetString()}");
            Assert.Equal(group.GetProperty("customers").GetInt64(), page.GetProperty("total").GetInt64());
            Assert.All(page.GetProperty("items").EnumerateArray(), item => Assert.Equal(group.GetProperty("group").GetString(), item.GetProperty("group").GetString()));
        }
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=251", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("limit=", "limit")]
    [InlineData("limit=5&limit=6", "limit")]
    [InlineData("limit=99999999999999999999", "limit")]
    [InlineData("sort=shoe_size", "sort")]
    [InlineData("sort=--name", "sort")]
    [InlineData("sort=Name", "sort")]
    [InlineData("group=chumps", "group")]
    [InlineData("r=6", "r")]
    [InlineData("fm=0", "fm")]
    [InlineData("q=%00", "q")]
    [InlineData("firstOrderFrom=yesterday", "firstOrderFrom")]
    [InlineData("orderedTo=31.12.2026", "orderedTo")]
    [InlineData("orderedFrom=2026-02-01&orderedTo=2026-01-01", "orderedFrom")]
    [InlineData("bought=soap", "bought")]
    [InlineData("country=Germany", "country")]
    [InlineData("cursor=nonsense", "cursor")]
    [InlineData("cursor=eyJxIjoiIn0", "cursor")]
    public async Task A_value_that_is_not_valid_is_named(string query, string field)
    {
        using var answer = await stores.Ana.GetAsync($"{Path}?{query}");
        var problem = await Problem.OfFieldAsync(answer, field);
        Assert.NotEqual("", problem.GetProperty("expected").GetString());
    }

    [Fact]
    public async Task A_cohorts_people_and_a_products_buyers_are_found_by_filters_too()
    {
        var cohort = (await stores.Ana.ReadAsync("/api/v1/analytics/cohorts?by=month")).GetProperty("cohorts")[0];
        var (from, to) = (cohort.GetProperty("from").GetString(), cohort.GetProperty("to").GetString());
        Assert.Equal(cohort.GetProperty("size").GetInt64(), await TotalAsync($"firstOrderFrom={from}&firstOrderTo={to}"));
        Assert.Equal(
            (await stores.Ana.ReadAsync($"/api/v1/analytics/people?from={from}&to={to}")).GetProperty("total").GetInt64(),
            await TotalAsync($"orderedFrom={from}&orderedTo={to}"));

        foreach (var product in (await stores.Ana.ReadAsync("/api/v1/analytics/products?limit=3")).GetProperty("products").EnumerateArray())
        {
            Assert.Equal(product.GetProperty("buyers").GetInt64(), await TotalAsync($"bought={product.GetProperty("id").GetString()}"));
        }

        async Task<long> TotalAsync(string filters) => (await stores.Ana.ReadAsync($"{Path}?limit=1&{filters}")).GetProperty("total").GetInt64();
    }

    [Fact]
    public async Task A_cursor_of_another_sort_is_refused()
    {
        var page = await stores.Ana.ReadAsync($"{Path}?limit=5&sort=name");
        using var answer = await stores.Ana.GetAsync($"{Path}?limit=5&sort=-orders&cursor={Uri.EscapeDataString(page.GetProperty("nextCursor").GetString()!)}");
        await Problem.OfFieldAsync(answer, "cursor");
    }

    [Fact]
    public async Task Search_of_201_characters_is_refused_and_of_200_is_not()
    {
        using var tooLong = await stores.Ana.GetAsync($"{Path}?q={new string('x', 201)}");
        await Problem.OfFieldAsync(tooLong, "q");
        Assert.Equal(0, (await stores.Ana.ReadAsync($"{Path}?q={new string('x', 200)}")).GetProperty("total").GetInt64());
    }

    [Fact]
    public async Task One_customer_agrees_with_its_row()
    {
        var row = (await stores.Ana.ReadAsync($"{Path}?limit=1&sort=-orders")).GetProperty("items")[0];
        var customer = await stores.Ana.ReadAsync($"{Path}/{row.GetProperty("id").GetString()}");
        foreach (var fact in row.EnumerateObject())
        {
            Assert.Equal(fact.Value.ToString(), customer.GetProperty(fact.Name).ToString());
        }

        // Orders that do not count, such as cancelled ones, are shown too.
        Assert.InRange(customer.GetProperty("orders").GetArrayLength(), row.GetProperty("ordersCount").GetInt32(), int.MaxValue);
        Assert.Equal(JsonValueKind.String, customer.GetProperty("orders")[0].GetProperty("net").ValueKind);
    }

    [Theory]
    [InlineData("999999999999")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("ana")]
    [InlineData("99999999999999999999999")]
    public async Task A_customer_that_there_is_not_is_404(string id)
    {
        using var answer = await stores.Ana.GetAsync($"{Path}/{id}");
        await Problem.OfAsync(answer, HttpStatusCode.NotFound);
    }
}
