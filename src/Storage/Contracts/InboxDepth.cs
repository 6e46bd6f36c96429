namespace XSight.Storage;

/// <summary>Deliveries waiting (due or put off), dead letters, and the oldest waiting one; null when nothing waits.</summary>
public sealed record InboxDepth(long Waiting, long Dead, DateTimeOffset? OldestReceivedAt);
