namespace XSight.Storage;

/// <summary>
/// A write waiting for its durable commit. It shares a transaction with others, and runs a second time, alone, when that transaction
/// failed: running it must depend on nothing but its own input.
/// </summary>
internal abstract class WriteOperation(TenantId? tenant, int weight, CancellationToken cancellationToken)
{
    /// <summary>The tenant whose counters the transaction holds; null for a write that belongs to none.</summary>
    public TenantId? Tenant => tenant;

    /// <summary>Roughly its rows: what bounds the size of a shared transaction.</summary>
    public int Weight => weight;

    /// <summary>Rows it writes, as far as is known before it ran.</summary>
    public virtual int Rows => weight;

    /// <summary>Whoever asked has given up; honoured until the operation starts.</summary>
    public CancellationToken CancellationToken => cancellationToken;

    public abstract Task RunAsync(Session session);

    /// <summary>A batch that can take this operation and others of its kind into shared statements; null when it always runs on its own.</summary>
    public virtual WriteBatch? NewBatch() => null;

    /// <summary>The transaction is durable.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception exception);

    public abstract void Cancel();
}
