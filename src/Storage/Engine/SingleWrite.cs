namespace XSight.Storage;

/// <summary>A write given as a function.</summary>
internal sealed class SingleWrite<TResult>(TenantId? tenant, int weight, Func<Session, Task<TResult>> write, CancellationToken cancellationToken)
    : WriteOperation<TResult>(tenant, weight, cancellationToken)
{
    public override async Task RunAsync(Session session) => Result = await write(session);
}
