namespace XSight.Storage;

/// <summary>A delivery on its way into a row; the body is the one that stands beside it.</summary>
internal sealed record StoredDelivery(InboxDelivery Delivery, StoredBody Body);
