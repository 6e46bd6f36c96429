using XSight.Web.Operations;

namespace XSight.Api.Operations;

/// <summary>How the installation does. Rates are a second, latencies milliseconds.</summary>
public sealed record OperationsResponse(
    DateTimeOffset At,
    OperationsResponse.InboxFigures Inbox,
    OperationsResponse.SyncFigures Syncs,
    string Scope,
    IReadOnlyList<ActivationCount> Activations,
    double CallsOverSeconds,
    IReadOnlyList<OperationsResponse.MethodFigures> Calls,
    IReadOnlyList<OperationsResponse.StreamLag>? Streams)
{
    internal static OperationsResponse Of(OperationsReport report) => new(
        report.At,
        new InboxFigures(
            report.Inbox.Waiting, report.OldestAge?.TotalSeconds, report.Inbox.Dead, report.ReceivedPerSecond, report.DonePerSecond, report.FlowOver.TotalSeconds),
        new SyncFigures([.. report.Running], [.. report.Failed]),
        report.Runtime.Scope,
        report.Runtime.Activations,
        report.Runtime.CallsOver.TotalSeconds,
        [.. report.Runtime.Calls.Select(c => new MethodFigures(
            c.GrainType, c.Method, c.Calls, c.Calls / report.Runtime.CallsOver.TotalSeconds, c.Median.TotalMilliseconds, c.P99.TotalMilliseconds, c.Failures))],
        report.Runtime.Streams is { } streams ? [.. streams.Select(s => new StreamLag(s.Namespace, s.Items, s.Lag.TotalSeconds))] : null);

    public sealed record InboxFigures(long Waiting, double? OldestSeconds, long Dead, double ReceivedPerSecond, double DonePerSecond, double OverSeconds);

    /// <summary>Runs of all tenants: under way, and failed in the last day.</summary>
    public sealed record SyncFigures(IReadOnlyList<SyncProgress> Running, IReadOnlyList<SyncProgress> Failed);

    public sealed record MethodFigures(string GrainType, string Method, long Calls, double PerSecond, double MedianMs, double P99Ms, long Failures);

    public sealed record StreamLag(string Namespace, long Items, double LagSeconds);
}
