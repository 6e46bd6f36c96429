namespace XSight.Shopify.Tests;

public sealed class WebhookPlanTests
{
    private static readonly Uri App = new("https://xsight.example");
    private static readonly HashSet<string> Granted = ["read_customers", "read_orders"];

    [Fact]
    public void A_new_store_lacks_every_topic_whose_scope_was_granted()
    {
        var plan = WebhookPlan.Of([], App, Granted);

        Assert.Contains(plan.Missing, topic => topic.Name == "orders/create");
        Assert.Contains(plan.Missing, topic => topic.Name == "app/uninstalled");
        Assert.Equal(["customers/merge"], plan.NotGranted.Select(topic => topic.Name));
        Assert.Equal(WebhookTopics.All.Count(topic => topic.IsSubscribed), plan.Missing.Count + plan.NotGranted.Count);
        Assert.Empty(plan.Elsewhere);
        Assert.False(plan.IsComplete);
    }

    [Fact]
    public void A_store_with_all_of_them_lacks_nothing_whatever_else_it_has()
    {
        var plan = WebhookPlan.Of([new("other", "THEMES_PUBLISH", "pubsub://a:b"), .. Complete()], App, Granted);

        Assert.True(plan.IsComplete);
    }

    [Fact]
    public void What_leads_elsewhere_is_to_be_moved_and_what_is_gone_is_to_be_made()
    {
        var existing = Complete();
        existing.RemoveAll(subscription => subscription.Topic == "ORDERS_PAID");
        var at = existing.FindIndex(subscription => subscription.Topic == "ORDERS_CREATE");
        existing[at] = existing[at] with { Uri = "https://old.example/webhooks/orders/create" };

        var plan = WebhookPlan.Of(existing, App, Granted);

        Assert.Equal(["orders/paid"], plan.Missing.Select(topic => topic.Name));
        var (topic, subscription) = Assert.Single(plan.Elsewhere);
        Assert.Equal(("orders/create", existing[at].Id), (topic.Name, subscription.Id));
        Assert.Equal("https://xsight.example/webhooks/orders/create", topic.AddressUnder(App).AbsoluteUri);
    }

    [Fact]
    public void One_subscription_at_our_address_is_enough_beside_another_elsewhere()
    {
        var plan = WebhookPlan.Of([new("old", "ORDERS_CREATE", "https://old.example/webhooks"), .. Complete()], App, Granted);

        Assert.True(plan.IsComplete);
    }

    [Fact]
    public void The_right_to_write_includes_the_right_to_read()
    {
        var plan = WebhookPlan.Of([], App, new HashSet<string> { "write_orders", "read_customer_merge" });

        Assert.Contains(plan.Missing, topic => topic.Name == "orders/create");
        Assert.Contains(plan.Missing, topic => topic.Name == "customers/merge");
        Assert.Contains(plan.NotGranted, topic => topic.Name == "customers/update");
    }

    private static List<WebhookSubscription> Complete() =>
        [.. WebhookPlan.Of([], App, Granted).Missing.Select((topic, i) => new WebhookSubscription($"s{i}", topic.EnumName, topic.AddressUnder(App).AbsoluteUri))];
}
