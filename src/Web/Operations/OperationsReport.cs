using XSight.Storage;

namespace XSight.Web.Operations;

/// <summary>How the installation does.</summary>
/// <param name="At">When it was read.</param>
/// <param name="Inbox">Webhooks waiting and set aside.</param>
/// <param name="Flow">Webhooks that came, and that were done with, in the last <paramref name="FlowOver"/>.</param>
/// <param name="FlowOver">How far back <paramref name="Flow"/> looks.</param>
/// <param name="Runs">Sync runs of all tenants: under way, and ended in the last day; newest first.</param>
/// <param name="Runtime">Activations, calls and streams.</param>
public sealed record OperationsReport(DateTimeOffset At, InboxDepth Inbox, InboxFlow Flow, TimeSpan FlowOver, IReadOnlyList<SyncProgress> Runs, RuntimeFigures Runtime)
{
    public IEnumerable<SyncProgress> Running => Runs.Where(run => !run.Ended);

    public IEnumerable<SyncProgress> Failed => Runs.Where(run => run.Phase == SyncPhase.Failed);

    /// <summary>How long the oldest delivery has waited; null when none does.</summary>
    public TimeSpan? OldestAge => Inbox.OldestReceivedAt is { } oldest ? TimeSpan.FromTicks(Math.Max(0, (At - oldest).Ticks)) : null;

    public double ReceivedPerSecond => Flow.Received / FlowOver.TotalSeconds;

    public double DonePerSecond => Flow.Done / FlowOver.TotalSeconds;
}
