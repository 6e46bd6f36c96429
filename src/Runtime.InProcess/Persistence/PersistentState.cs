using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.InProcess;

/// <summary>A grain's state over its storage.</summary>
internal sealed class PersistentState<TState>(Activation activation, string name, IGrainStorage storage) : IPersistentState<TState>, IActivationState
{
    private readonly GrainState<TState> _record = new(Activator.CreateInstance<TState>());

    public TState State
    {
        get => _record.State!;
        set => _record.State = value;
    }

    public string? Etag => _record.ETag;

    public bool RecordExists => _record.RecordExists;

    public Task ReadStateAsync() => ReadStateAsync(CancellationToken.None);

    public Task WriteStateAsync() => WriteStateAsync(CancellationToken.None);

    public Task ClearStateAsync() => ClearStateAsync(CancellationToken.None);

    public async Task ReadStateAsync(CancellationToken cancellationToken)
    {
        await Perform("read", token => storage.ReadStateAsync(name, activation.GrainId, _record, token), cancellationToken);
        _record.State ??= Activator.CreateInstance<TState>();
    }

    public Task WriteStateAsync(CancellationToken cancellationToken) =>
        Perform("write", token => storage.WriteStateAsync(name, activation.GrainId, _record, token), cancellationToken);

    public async Task ClearStateAsync(CancellationToken cancellationToken)
    {
        await Perform("clear", token => storage.ClearStateAsync(name, activation.GrainId, _record, token), cancellationToken);
        _record.State = Activator.CreateInstance<TState>();
    }

    /// <summary>Lets through what Orleans lets through; other failures are told with the state they concern.</summary>
    private async Task Perform(string verb, Func<CancellationToken, Task> operation, CancellationToken cancellationToken)
    {
        try
        {
            await operation(cancellationToken);
        }
        catch (Exception exception) when (exception is not OrleansException && !cancellationToken.IsCancellationRequested)
        {
            throw new OrleansException($"Could not {verb} state '{name}' of {activation.GrainId}: {exception.Message}", exception);
        }
    }
}
