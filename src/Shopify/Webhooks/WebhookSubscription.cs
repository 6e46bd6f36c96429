namespace XSight.Shopify;

/// <summary>Where a store sends the deliveries of a topic.</summary>
/// <param name="Id">The store's gid.</param>
/// <param name="Topic">As GraphQL has it, and one that we do not take too.</param>
/// <param name="Uri">An https address, or that of a cloud queue.</param>
public sealed record WebhookSubscription(string Id, string Topic, string Uri)
{
    /// <summary>Whether deliveries go to this address.</summary>
    public bool IsAt(Uri address) => System.Uri.TryCreate(Uri, UriKind.Absolute, out var uri) && uri == address;
}
