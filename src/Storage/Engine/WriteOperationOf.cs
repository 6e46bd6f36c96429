namespace XSight.Storage;

/// <summary>A write with an answer, handed out after the commit.</summary>
internal abstract class WriteOperation<TResult>(TenantId? tenant, int weight, CancellationToken cancellationToken)
    : WriteOperation(tenant, weight, cancellationToken)
{
    private readonly TaskCompletionSource<TResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the commit.</summary>
    public Task<TResult> Done => _done.Task;

    protected TResult Result { get; set; } = default!;

    public override void Complete() => _done.TrySetResult(Result);

    public override void Fail(Exception exception) => _done.TrySetException(exception);

    public override void Cancel() => _done.TrySetCanceled(CancellationToken);
}
