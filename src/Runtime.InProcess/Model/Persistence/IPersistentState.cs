using Orleans.Core;

namespace Orleans.Runtime;

/// <summary>A named state of a grain, injected through <see cref="PersistentStateAttribute"/> and read before OnActivateAsync.</summary>
public interface IPersistentState<TState> : IStorage<TState>;
