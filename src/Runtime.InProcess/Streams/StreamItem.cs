using Orleans.Streams;

namespace Orleans.InProcess;

/// <summary>A published item and what flowed with its publication.</summary>
internal sealed record StreamItem(object Value, StreamSequenceToken Token, Dictionary<string, object>? Context);
