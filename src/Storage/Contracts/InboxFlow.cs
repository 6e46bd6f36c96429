namespace XSight.Storage;

/// <summary>Deliveries received, and deliveries done with (applied, without effect, or discarded), since an instant.</summary>
public sealed record InboxFlow(long Received, long Done);
