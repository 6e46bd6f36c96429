using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace XSight.Storage;

/// <summary>Meter and activity source <c>XSight.Storage</c>. While nobody listens, a measurement costs the test of a flag.</summary>
internal static class StorageSignals
{
    private const string Name = "XSight.Storage";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    /// <summary>From a delivery's arrival at the inbox to its durable commit.</summary>
    public static readonly Histogram<double> AppendDuration = Meter.CreateHistogram<double>("xsight.inbox.append.duration", "s", "From a delivery's arrival at the inbox to its durable commit.");

    private static readonly Histogram<double> CommitDuration = Meter.CreateHistogram<double>("xsight.commit.duration", "s", "From the beginning of a shared transaction to its durable end.");
    private static readonly Histogram<long> CommitRows = Meter.CreateHistogram<long>("xsight.commit.rows", "{row}", "Rows that one shared transaction made durable.");
    private static readonly Histogram<long> CommitOperations = Meter.CreateHistogram<long>("xsight.commit.operations", "{operation}", "Operations that shared one transaction.");

    /// <summary>A span of the trace under way; null when there is none.</summary>
    public static Activity? Span(string name) => Activity.Current is null ? null : Source.StartActivity(name);

    public static void Committed(List<WriteOperation> group, long began)
    {
        if (CommitDuration.Enabled || CommitRows.Enabled)
        {
            CommitDuration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
            CommitRows.Record(group.Sum(operation => (long)operation.Rows));
            CommitOperations.Record(group.Count);
        }
    }
}
