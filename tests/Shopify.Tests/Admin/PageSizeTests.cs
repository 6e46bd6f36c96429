namespace XSight.Shopify.Tests;

public sealed class PageSizeTests
{
    private const string TooCostly = """{"errors":[{"message":"Query cost is 1402, which exceeds the single query max cost limit (1000).","extensions":{"code":"MAX_COST_EXCEEDED","cost":1402,"maxCost":1000} }]}""";

    [Fact]
    public async Task A_page_that_is_too_costly_is_asked_for_by_halves_and_so_are_the_next_ones()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store
            .Then(Reply.Json(TooCostly), times: 2)
            .Then(Reply.Data(Nodes.Orders(Nodes.Order, """{"hasNextPage":true,"endCursor":"next"}""")))
            .Then(Reply.Data(Nodes.Orders(Nodes.Order)));
        var admin = shop.Admin;

        var page = await admin.GetOrdersAsync(null, null, TestContext.Current.CancellationToken);
        await admin.GetOrdersAsync(null, page.NextCursor, TestContext.Current.CancellationToken);

        Assert.Single(page.Items);
        Assert.Equal([15, 7, 3, 3], shop.Store.Requests.Select(request => request.Json.GetProperty("variables").GetProperty("first").GetInt32()));
    }

    [Fact]
    public async Task A_single_row_that_is_too_costly_is_the_end()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Json(TooCostly), times: 20);

        var error = await Assert.ThrowsAsync<ShopifyException>(() => shop.Admin.GetCustomersAsync(null, null, TestContext.Current.CancellationToken));

        Assert.Equal(ShopifyErrorKind.TooCostly, error.Kind);
        Assert.Equal([200, 100, 50, 25, 12, 6, 3, 1], shop.Store.Requests.Select(request => request.Json.GetProperty("variables").GetProperty("first").GetInt32()));
    }
}
