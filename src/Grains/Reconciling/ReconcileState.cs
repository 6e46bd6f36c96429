namespace XSight.Grains.Reconciling;

/// <summary>A comparison on disk, as part of its run: the plan, how far it is, and what differed so far.</summary>
[GenerateSerializer, Alias("xsight.reconcile-state")]
public sealed class ReconcileState
{
    /// <summary>Null until the comparison was planned.</summary>
    [Id(0)] public DateTimeOffset? StartedAt { get; set; }

    /// <summary>Orders that changed from here on are compared one by one.</summary>
    [Id(1)] public DateTimeOffset RecentFrom { get; set; }

    /// <summary>The end of the recent window: what the run, if it succeeds, is complete to.</summary>
    [Id(2)] public DateTimeOffset To { get; set; }

    /// <summary>The orders before the recent ones are compared in windows, whether or not their number agrees.</summary>
    [Id(3)] public bool WholeHistory { get; set; }

    /// <summary>When the oldest of the compared orders changed.</summary>
    [Id(4)] public DateTimeOffset CoveredFrom { get; set; }

    /// <summary>The recent window is compared up to here.</summary>
    [Id(5)] public DateTimeOffset RecentDoneTo { get; set; }

    /// <summary>The windows of the history are compared up to here; null before the first.</summary>
    [Id(6)] public DateTimeOffset? HistoryDoneTo { get; set; }

    /// <summary>Windows that were counted: what the limit is about.</summary>
    [Id(7)] public int Counts { get; set; }

    [Id(8)] public long OrdersCompared { get; set; }

    [Id(9)] public long OrdersListed { get; set; }

    [Id(10)] public int Missing { get; set; }

    [Id(11)] public int Outdated { get; set; }

    [Id(12)] public int Surplus { get; set; }

    [Id(13)] public int Mended { get; set; }

    /// <summary>The comparison is over and written down, whatever its outcome.</summary>
    [Id(14)] public bool Done { get; set; }

    internal void Add(Differences differences)
    {
        Missing += differences.Missing;
        Outdated += differences.Outdated;
        Surplus += differences.Surplus;
        Mended += differences.Mended;
    }
}
