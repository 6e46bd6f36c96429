namespace XSight.Storage;

/// <summary>How statements reach one database: readers side by side, facts of a tenant in a lane, small writes as suits the database.</summary>
internal abstract class StoreEngine(Dialect dialect, TimeProvider time) : IAsyncDisposable
{
    public Dialect Dialect => dialect;

    public TimeProvider Time => time;

    /// <summary>Reads by one statement.</summary>
    public abstract Task<T> ReadAsync<T>(Func<Session, Task<T>> read, CancellationToken cancellationToken);

    /// <summary>Reads by several statements that see the same state.</summary>
    public abstract Task<T> ReadSnapshotAsync<T>(Func<Session, Task<T>> read, CancellationToken cancellationToken);

    /// <summary>Writes by one statement that needs nothing staged and no tenant's counters.</summary>
    public abstract Task<T> WriteAsync<T>(Func<Session, Task<T>> write, CancellationToken cancellationToken);

    /// <summary>Writes in the tenant's lane: in order, with staged tables, holding the tenant's counters, durable when it returns.</summary>
    public abstract Task<T> WriteInLaneAsync<T>(TenantId tenant, WriteOperation<T> operation);

    /// <summary>Writes in the lane of the inbox: waits for no tenant's facts where the database can do both at once.</summary>
    public abstract Task<T> WriteInInboxLaneAsync<T>(WriteOperation<T> operation);

    /// <summary>Takes what was deleted out of the database's file.</summary>
    public abstract Task PurgeAsync(CancellationToken cancellationToken);

    /// <summary>Writes in the tenant's lane by a function.</summary>
    public Task<T> WriteInLaneAsync<T>(TenantId tenant, int weight, Func<Session, Task<T>> write, CancellationToken cancellationToken) =>
        WriteInLaneAsync(tenant, new SingleWrite<T>(tenant, weight, write, cancellationToken));

    public long NowMs() => time.GetUtcNow().ToUnixTimeMilliseconds();

    public abstract ValueTask DisposeAsync();
}
