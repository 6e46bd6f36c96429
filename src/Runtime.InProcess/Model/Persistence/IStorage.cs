namespace Orleans.Core;

/// <summary>A grain's stored record and the operations on it, without its type.</summary>
public interface IStorage
{
    string? Etag { get; }

    bool RecordExists { get; }

    /// <exception cref="Storage.InconsistentStateException">Someone else wrote since this activation read.</exception>
    Task ClearStateAsync();

    /// <exception cref="Storage.InconsistentStateException">Someone else wrote since this activation read.</exception>
    Task WriteStateAsync();

    Task ReadStateAsync();

    Task ClearStateAsync(CancellationToken cancellationToken) => ClearStateAsync();

    Task WriteStateAsync(CancellationToken cancellationToken) => WriteStateAsync();

    Task ReadStateAsync(CancellationToken cancellationToken) => ReadStateAsync();
}

/// <summary>A grain's stored record.</summary>
public interface IStorage<TState> : IStorage
{
    TState State { get; set; }
}
