namespace XSight.ShopifySimulator;

/// <summary>Where the deliveries of a topic go.</summary>
/// <param name="Id">The number in its gid.</param>
/// <param name="Topic">As GraphQL has it: <c>ORDERS_CREATE</c>.</param>
/// <param name="Uri">Whom to call.</param>
/// <param name="Name">The subscriber's own name for it.</param>
/// <param name="CreatedAt">Seconds since 1970.</param>
internal sealed record WebhookSubscription(long Id, string Topic, string Uri, string? Name, long CreatedAt)
{
    /// <summary>Whether it is for a topic as headers have it: <c>orders/create</c>, <c>app/scopes_update</c>, <c>customer.tags_added</c>.</summary>
    public bool IsFor(string headerTopic) => string.Equals(Topic, headerTopic.Replace('/', '_').Replace('.', '_'), StringComparison.OrdinalIgnoreCase);
}
