using System.Globalization;
using System.Net;
using System.Text.Json;
using XSight.Api.Tests.Support;

namespace XSight.Api.Tests.Orders;

public sealed class OrderEndpointTests(TwoStores stores)
{
    private const string Path = "/api/v1/orders";

    [Fact]
    public async Task Cursors_walk_every_order_of_the_store_once_and_newest_first()
    {
        var all = await AllAsync("");

        Assert.Equal((await stores.Ana.ReadAsync("/api/v1/tenants/me/stats")).GetProperty("orders").GetInt64(), all.Count);
        Assert.Equal(all.Count, all.Select(o => Text(o, "id")).Distinct().Count());
        Assert.Equal(all.Select(o => o.GetProperty("processedAt").GetDateTimeOffset()).OrderDescending(), all.Select(o => o.GetProperty("processedAt").GetDateTimeOffset()));
    }

    [Fact]
    public async Task Kinds_part_the_list_and_the_counted_ones_are_the_stores_revenue()
    {
        var all = await AllAsync("");
        foreach (var kind in (string[])["counted", "test", "cancelled", "unpaid"])
        {
            Assert.Equal(all.Where(o => Text(o, "kind") == kind).Select(o => Text(o, "id")), (await AllAsync($"kind={kind}")).Select(o => Text(o, "id")));
        }

        var revenue = (await stores.Ana.ReadAsync("/api/v1/tenants/me/stats")).GetProperty("revenue").GetString();
        Assert.Equal(revenue, all.Where(o => Text(o, "kind") == "counted").Sum(o => Number(o, "net")).ToString("F2", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Days_customers_and_products_narrow_the_list()
    {
        var all = await AllAsync("");
        var middle = all[all.Count / 2];
        var (day, customer) = (Text(middle, "day"), Text(middle, "customer"));

        Assert.Equal(all.Where(o => Text(o, "day") == day).Select(o => Text(o, "id")), (await AllAsync($"from={day}&to={day}")).Select(o => Text(o, "id")));
        Assert.Equal(all.Where(o => o.GetProperty("customer").GetString() == customer).Select(o => Text(o, "id")), (await AllAsync($"customer={customer}")).Select(o => Text(o, "id")));
        var product = Text((await stores.Ana.ReadAsync($"{Path}/{Text(middle, "id")}")).GetProperty("lines")[0], "product");
        Assert.Contains(Text(middle, "id"), (await AllAsync($"product={product}")).Select(o => Text(o, "id")));
        Assert.Equal(all.Count, (await AllAsync("anonymous=true")).Count + (await AllAsync("anonymous=false")).Count);
    }

    [Fact]
    public async Task One_order_agrees_with_its_row_and_its_lines_are_not_more_than_its_net()
    {
        foreach (var row in (await AllAsync("kind=counted")).Take(20))
        {
            var order = await stores.Ana.ReadAsync($"{Path}/{Text(row, "id")}");
            foreach (var fact in row.EnumerateObject())
            {
                Assert.Equal(fact.Value.ToString(), order.GetProperty(fact.Name).ToString());
            }

            Assert.InRange(order.GetProperty("lines").EnumerateArray().Sum(l => Number(l, "net")), 0, Number(order, "net"));
            Assert.InRange(order.GetProperty("refunds").EnumerateArray().Sum(r => Number(r, "amount")), 0, Number(order, "gross"));
        }
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("kind=odd", "kind")]
    [InlineData("from=yesterday", "from")]
    [InlineData("from=2026-02-01&to=2026-01-01", "from")]
    [InlineData("product=soap", "product")]
    [InlineData("customer=ana", "customer")]
    [InlineData("cursor=nonsense", "cursor")]
    public async Task A_value_that_is_not_valid_is_named(string query, string field)
    {
        using var answer = await stores.Ana.GetAsync($"{Path}?{query}");
        await Problem.OfFieldAsync(answer, field);
    }

    [Theory]
    [InlineData("999999999999")]
    [InlineData("-5")]
    [InlineData("soap")]
    public async Task An_order_that_there_is_not_is_404(string id)
    {
        using var answer = await stores.Ana.GetAsync($"{Path}/{id}");
        await Problem.OfAsync(answer, HttpStatusCode.NotFound);
    }

    private async Task<List<JsonElement>> AllAsync(string filters)
    {
        var orders = new List<JsonElement>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = await stores.Ana.ReadAsync($"{Path}?limit=50&{filters}{(cursor.Length == 0 ? "" : $"&cursor={cursor}")}");
            orders.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("nextCursor").GetString();
            Assert.InRange(orders.Count, 0, page.GetProperty("total").GetInt32());
        }

        return orders;
    }

    private static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString()!;

    private static decimal Number(JsonElement parent, string name) => decimal.Parse(Text(parent, name), CultureInfo.InvariantCulture);
}
