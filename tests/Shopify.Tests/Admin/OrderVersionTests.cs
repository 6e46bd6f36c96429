namespace XSight.Shopify.Tests;

public sealed class OrderVersionTests
{
    private static readonly DateTimeOffset From = new(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(1));
    private static readonly DateTimeOffset To = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("EXACT", true)]
    [InlineData("AT_LEAST", false)]
    public async Task Orders_of_a_window_are_counted_without_a_limit_and_with_their_precision(string precision, bool exact)
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Data($$$"""{"ordersCount":{"count":12345,"precision":"{{{precision}}}"}}"""));

        var count = await shop.Admin.CountOrdersAsync(From, To, TestContext.Current.CancellationToken);

        Assert.Equal(new StoreCount(12_345, exact), count);
        var request = shop.Store.Requests.Single().Json;
        Assert.Contains("limit: null", request.GetProperty("query").GetString(), StringComparison.Ordinal);
        Assert.Equal("updated_at:>='2026-02-28T23:00:00Z' updated_at:<'2026-03-02T00:00:00Z'", request.GetProperty("variables").GetProperty("query").GetString());
    }

    [Fact]
    public async Task Versions_have_id_instant_and_minor_units_and_go_on_at_the_cursor()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Data(Nodes.Orders(
            """{"id":"gid://shopify/Order/820982911946154508","updatedAt":"2026-03-01T08:00:00Z","currentTotalPriceSet":{"shopMoney":{"amount":"400.0","currencyCode":"USD"}}}""",
            """{"hasNextPage":true,"endCursor":"abc"}""")));

        var page = await shop.Admin.ListOrderVersionsAsync(From, To, "start", TestContext.Current.CancellationToken);

        Assert.Equal([new OrderVersion(820982911946154508, new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero), 40_000)], page.Items);
        Assert.Equal("abc", page.NextCursor);
        var variables = shop.Store.Requests.Single().Json.GetProperty("variables");
        Assert.Equal(("start", OrderVersions.PageSize), (variables.GetProperty("after").GetString(), variables.GetProperty("first").GetInt32()));
    }

    [Theory]
    [InlineData("""{"ordersCount":null}""", "data.ordersCount is missing")]
    [InlineData("""{"ordersCount":{"count":1,"precision":null}}""", "data.ordersCount.precision is missing")]
    public async Task A_count_without_a_number_or_its_precision_is_no_answer(string data, string problem)
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Data(data));

        var error = await Assert.ThrowsAsync<ShopifyException>(() => shop.Admin.CountOrdersAsync(From, To, TestContext.Current.CancellationToken));

        Assert.Equal((ShopifyErrorKind.Malformed, problem), (error.Kind, error.Message));
    }
}
