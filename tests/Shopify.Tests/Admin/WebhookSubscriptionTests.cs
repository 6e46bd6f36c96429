using System.Text.Json;

namespace XSight.Shopify.Tests;

public sealed class WebhookSubscriptionTests
{
    private const string LastPage = """{"hasNextPage":false,"endCursor":null}""";
    private const string Refusal = """{"field":["webhookSubscription","uri"],"message":"Address for this topic has already been taken"}""";

    private static readonly Uri Address = new("https://xsight.example/webhooks/orders/create");

    [Fact]
    public async Task All_pages_of_subscriptions_are_listed_also_of_topics_that_are_not_ours()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store
            .Then(Reply.Data(List(Node(1, "ORDERS_CREATE", Address.OriginalString), """{"hasNextPage":true,"endCursor":"one"}""")))
            .Then(Reply.Data(List(Node(2, "THEMES_PUBLISH", "pubsub://project:topic"), LastPage)));

        var all = await shop.Admin.ListWebhooksAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                new WebhookSubscription("gid://shopify/WebhookSubscription/1", "ORDERS_CREATE", Address.OriginalString),
                new WebhookSubscription("gid://shopify/WebhookSubscription/2", "THEMES_PUBLISH", "pubsub://project:topic"),
            ],
            all);
        Assert.Equal("one", Variables(shop, 1).GetProperty("after").GetString());
    }

    [Fact]
    public async Task Pages_that_never_end_are_refused()
    {
        await using var shop = await Shop.OpenAsync();
        for (var page = 0; page < 30; page++)
        {
            shop.Store.Then(Reply.Data(List("", $$"""{"hasNextPage":true,"endCursor":"{{page}}"}""")));
        }

        var error = await Assert.ThrowsAsync<ShopifyException>(() => shop.Admin.ListWebhooksAsync(TestContext.Current.CancellationToken));

        Assert.Equal(ShopifyErrorKind.Malformed, error.Kind);
        Assert.Equal(20, shop.Store.Requests.Count);
    }

    [Fact]
    public async Task A_subscription_is_made_by_topic_and_address()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Data(Created(Node(7, "ORDERS_CREATE", Address.OriginalString), "")));

        var made = await shop.Admin.CreateWebhookAsync(Topic("orders/create"), Address, TestContext.Current.CancellationToken);

        Assert.Equal(new WebhookSubscription("gid://shopify/WebhookSubscription/7", "ORDERS_CREATE", Address.OriginalString), made);
        Assert.Equal("ORDERS_CREATE", Variables(shop, 0).GetProperty("topic").GetString());
        Assert.Equal(Address.OriginalString, Variables(shop, 0).GetProperty("uri").GetString());
    }

    [Fact]
    public async Task An_address_that_is_taken_by_what_we_wanted_is_no_failure()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store
            .Then(Reply.Data(Created("null", Refusal)))
            .Then(Reply.Data(List(Node(6, "ORDERS_UPDATED", Address.OriginalString) + "," + Node(7, "ORDERS_CREATE", Address.OriginalString), LastPage)));

        var found = await shop.Admin.CreateWebhookAsync(Topic("orders/create"), Address, TestContext.Current.CancellationToken);

        Assert.Equal("gid://shopify/WebhookSubscription/7", found.Id);
    }

    [Fact]
    public async Task A_refused_subscription_says_why()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store
            .Then(Reply.Data(Created("null", """{"field":null,"message":"This app is not approved to subscribe to webhook topics containing protected customer data."}""")))
            .Then(Reply.Data(List("", LastPage)));

        var error = await Assert.ThrowsAsync<ShopifyException>(() => shop.Admin.CreateWebhookAsync(Topic("orders/create"), Address, TestContext.Current.CancellationToken));

        Assert.Equal(ShopifyErrorKind.InvalidQuery, error.Kind);
        Assert.Contains("not approved", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subscription_moves_to_another_address()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Store.Then(Reply.Data($$$"""{"webhookSubscriptionUpdate":{"webhookSubscription":{{{Node(7, "ORDERS_CREATE", Address.OriginalString)}}},"userErrors":[]}}"""));

        var moved = await shop.Admin.MoveWebhookAsync("gid://shopify/WebhookSubscription/7", Address, TestContext.Current.CancellationToken);

        Assert.True(moved.IsAt(Address));
        Assert.Equal("gid://shopify/WebhookSubscription/7", Variables(shop, 0).GetProperty("id").GetString());
    }

    private static WebhookTopic Topic(string name) => WebhookTopics.TryFind(name, out var topic) ? topic : throw new InvalidOperationException(name);

    private static JsonElement Variables(Shop shop, int request) => shop.Store.Requests.ElementAt(request).Json.GetProperty("variables");

    private static string Node(int id, string topic, string uri) => $$"""{"id":"gid://shopify/WebhookSubscription/{{id}}","topic":"{{topic}}","uri":"{{uri}}"}""";

    private static string List(string nodes, string pageInfo) => $$$"""{"webhookSubscriptions":{"nodes":[{{{nodes}}}],"pageInfo":{{{pageInfo}}}}}""";

    private static string Created(string node, string errors) => $$$"""{"webhookSubscriptionCreate":{"webhookSubscription":{{{node}}},"userErrors":[{{{errors}}}]}}""";
}
