namespace XSight.ShopifySimulator;

/// <summary>What became of a delivery.</summary>
/// <param name="Status">The receiver's HTTP status; 0 when it did not answer.</param>
public sealed record DeliveryResult(string Topic, Guid WebhookId, Guid EventId, string To, int Status);
