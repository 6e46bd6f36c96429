namespace XSight.Storage;

/// <summary>First due at <see cref="StartAt"/>, then every <see cref="Period"/>; <see cref="Etag"/> is null before the first write.</summary>
public sealed record StoredReminder(string GrainId, string Name, DateTimeOffset StartAt, TimeSpan Period, string? Etag);
