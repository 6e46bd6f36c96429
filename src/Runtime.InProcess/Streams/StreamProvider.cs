using Orleans.Runtime;
using Orleans.Streams;

namespace Orleans.InProcess;

/// <summary>Streams within the process: in order for each subscription, at least once while the process lives.</summary>
internal sealed class StreamProvider(StreamHub hub, string name) : IStreamProvider
{
    public string Name => name;

    public bool IsRewindable => false;

    /// <exception cref="OrleansException">Items of the type could be changed by who receives them.</exception>
    public IAsyncStream<T> GetStream<T>(StreamId streamId) => ImmutableContracts.IsImmutable(typeof(T))
        ? new Stream<T>(hub, new QualifiedStreamId(name, streamId))
        : throw new OrleansException($"Stream {streamId} cannot carry {typeof(T)}: it is not immutable.");
}
