namespace XSight.Api.Webhooks;

/// <summary>The headers of a delivery, by the names of today and by the un-prefixed ones of Shopify's next generation (shopify.md 2.1).</summary>
internal sealed record WebhookHeaders(string? Signature, string? Topic, string? Shop, string? WebhookId, string? TriggeredAt)
{
    public static WebhookHeaders Of(IHeaderDictionary headers) => new(
        Either(headers, "Hmac-Sha256"),
        Either(headers, "Topic"),
        Either(headers, "Shop-Domain"),
        Either(headers, "Webhook-Id"),
        Either(headers, "Triggered-At"));

    private static string? Either(IHeaderDictionary headers, string name) =>
        headers.TryGetValue("X-Shopify-" + name, out var value) || headers.TryGetValue("Shopify-" + name, out value) ? value.ToString() : null;
}
