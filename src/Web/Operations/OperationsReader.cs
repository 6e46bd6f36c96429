using XSight.Storage;

namespace XSight.Web.Operations;

/// <summary>Reads how the installation does, from the database and the runtime.</summary>
public sealed class OperationsReader(IDatabase database, IRuntimeFigures runtime, TimeProvider time)
{
    public const int RunsMax = 50;

    private static readonly TimeSpan FlowOver = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RunsOver = TimeSpan.FromDays(1);

    public async Task<OperationsReport> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var depth = database.Inbox.MeasureAsync(cancellationToken);
        var flow = database.Inbox.CountFlowAsync(now - FlowOver, cancellationToken);
        var runs = database.SyncRuns.ListLatelyAsync(now - RunsOver, RunsMax, cancellationToken);
        var figures = runtime.ReadAsync(cancellationToken);
        return new OperationsReport(now, await depth, await flow, FlowOver, await runs, await figures);
    }
}
