namespace XSight.Shopify.Tests;

public sealed class WebhookTopicTests
{
    [Fact]
    public void A_topic_is_found_in_the_form_of_its_header_of_our_path_and_of_GraphQL()
    {
        foreach (var topic in WebhookTopics.All)
        {
            string[] forms = [topic.Name, topic.EnumName, topic.Path["/webhooks/".Length..], topic.Name.ToUpperInvariant()];
            Assert.All(forms, form => Assert.Same(topic, WebhookTopics.TryFind(form, out var found) ? found : null));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("orders")]
    [InlineData("orders/")]
    [InlineData("orders/create/")]
    [InlineData("orders/explode")]
    [InlineData("products/create")]
    public void Anything_else_is_unknown(string? text) => Assert.False(WebhookTopics.IsKnown(text));

    [Fact]
    public void A_very_long_text_is_unknown() => Assert.False(WebhookTopics.IsKnown(new string('x', 1_000_000)));

    [Fact]
    public void Every_topic_we_subscribe_to_leads_to_something_and_none_is_a_privacy_topic()
    {
        var subscribed = WebhookTopics.All.Where(topic => topic.IsSubscribed).Select(topic => topic.Name).ToHashSet();

        Assert.Superset(new HashSet<string> { "orders/create", "orders/updated", "orders/delete", "customers/update", "app/uninstalled", "bulk_operations/finish" }, subscribed);
        Assert.DoesNotContain("customers/purchasing_summary", subscribed);
        Assert.DoesNotContain("customers/redact", subscribed);
        Assert.DoesNotContain("customers/data_request", subscribed);
        Assert.DoesNotContain("shop/redact", subscribed);
    }
}
