namespace XSight.ShopifySimulator;

/// <summary>The body of <c>POST /_sim/{shop}/changes</c>.</summary>
internal sealed record ControlRequest(IReadOnlyList<StoreChange> Changes, DeliveryOptions? Deliver);
