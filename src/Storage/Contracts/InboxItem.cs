namespace XSight.Storage;

/// <summary>A delivery waiting in the inbox; <see cref="Attempts"/> counts failures so far.</summary>
public sealed record InboxItem(long InboxSeq, InboxDelivery Delivery, int Attempts);
