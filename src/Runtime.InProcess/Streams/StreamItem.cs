using Orleans.Streams;

namespace Orleans.InProcess;

/// <summary>A published item, what flowed with its publication, and when that was by the host's clock.</summary>
internal sealed record StreamItem(object Value, StreamSequenceToken Token, Dictionary<string, object>? Context, long PublishedAt);
