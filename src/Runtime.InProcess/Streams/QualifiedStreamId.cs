using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>A stream of one provider.</summary>
internal readonly record struct QualifiedStreamId(string ProviderName, StreamId StreamId);
