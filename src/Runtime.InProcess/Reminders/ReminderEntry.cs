using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>A reminder: due at <see cref="StartAt"/> and every <see cref="Period"/> after it. The etag is null before the first write.</summary>
public sealed record ReminderEntry(GrainId Grain, string Name, DateTimeOffset StartAt, TimeSpan Period, string? Etag);
