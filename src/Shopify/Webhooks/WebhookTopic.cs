namespace XSight.Shopify;

/// <summary>A kind of event that stores tell us.</summary>
public sealed record WebhookTopic
{
    internal WebhookTopic(string name, WebhookKind kind, string? scope = null, bool subscribed = false) =>
        (Name, Kind, Scope, IsSubscribed) = (name, kind, scope, subscribed);

    /// <summary>As the header <c>X-Shopify-Topic</c> has it: <c>orders/create</c>, <c>customer.tags_added</c>.</summary>
    public string Name { get; }

    /// <summary>As GraphQL has it: <c>ORDERS_CREATE</c>, <c>CUSTOMER_TAGS_ADDED</c>.</summary>
    public string EnumName => WebhookTopics.EnumName(Name);

    /// <summary>The access scope without which no store lets us subscribe; null when none is needed.</summary>
    public string? Scope { get; }

    /// <summary>We subscribe to it by the API. The others come by the app's own configuration, or would only repeat what we hear anyway.</summary>
    public bool IsSubscribed { get; }

    internal WebhookKind Kind { get; }

    /// <summary>A request about privacy. It comes by the app's own configuration, and also from a shop that has removed the app.</summary>
    public bool IsCompliance => Kind is WebhookKind.DataRequest or WebhookKind.CustomerRedaction or WebhookKind.ShopRedaction;

    /// <summary>Where our front door takes it: <c>/webhooks/orders/create</c>, <c>/webhooks/customer/tags_added</c>.</summary>
    public string Path => "/webhooks/" + Name.Replace('.', '/');

    /// <summary>The address to subscribe with.</summary>
    public Uri AddressUnder(Uri appUrl) => new(appUrl, Path);
}
