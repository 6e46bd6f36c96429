namespace XSight.Shopify.Tests;

public sealed class SingleTests
{
    [Fact]
    public async Task One_order_is_asked_for_by_its_gid()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Data($$"""{"order":{{Nodes.OrderWithLines($"{{{Nodes.SomeLine}}},{{{Nodes.CustomLine}}}")}}}"""));

        var order = await shop.Admin.GetOrderAsync(820982911946154508, TestContext.Current.CancellationToken);

        Assert.Equal(Nodes.OrderFact, Nodes.WithoutLists(order!));
        Assert.Equal(Nodes.LineFacts, order!.Lines);
        Assert.Equal(Nodes.RefundFacts, order.Refunds);
        Assert.Equal("gid://shopify/Order/820982911946154508", shop.Store.Requests.Single().Json.GetProperty("variables").GetProperty("id").GetString());
    }

    [Fact]
    public async Task One_customer_is_asked_for_by_its_gid_and_has_its_tags()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Data($$"""{"customer":{{Nodes.Customer}}}"""));

        var customer = await shop.Admin.GetCustomerAsync(706405506930370084, TestContext.Current.CancellationToken);

        Assert.Equal(["vip", "early"], customer!.Tags);
        Assert.Equal(Nodes.CustomerFact, customer with { Tags = Nodes.CustomerFact.Tags });
        Assert.Equal("gid://shopify/Customer/706405506930370084", shop.Store.Requests.Single().Json.GetProperty("variables").GetProperty("id").GetString());
    }

    [Fact]
    public async Task What_the_store_no_longer_has_is_null()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Data("""{"order":null}""")).Then(Reply.Data("""{"customer":null}"""));

        Assert.Null(await shop.Admin.GetOrderAsync(1, TestContext.Current.CancellationToken));
        Assert.Null(await shop.Admin.GetCustomerAsync(1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_order_that_breaks_the_schemas_promise_is_named_by_its_path()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Data($$"""{"order":{{Nodes.Order.Replace("\"name\":\"#1001\",", "", StringComparison.Ordinal)}}}"""));

        var error = await Assert.ThrowsAsync<ShopifyException>(() => shop.Admin.GetOrderAsync(1, TestContext.Current.CancellationToken));

        Assert.Equal((ShopifyErrorKind.Malformed, "data.order.name is missing"), (error.Kind, error.Message));
    }
}
