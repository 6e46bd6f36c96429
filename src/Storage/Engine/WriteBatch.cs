namespace XSight.Storage;

/// <summary>Operations of one kind that run as one, in shared statements.</summary>
internal abstract class WriteBatch
{
    /// <summary>False when the operation is of another kind or would meet its own rows in the batch; it then comes after the batch.</summary>
    public abstract bool TryAdd(WriteOperation operation);

    public abstract Task RunAsync(Session session);
}
