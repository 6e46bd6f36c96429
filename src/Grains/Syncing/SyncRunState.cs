using XSight.Grains.Reconciling;

namespace XSight.Grains.Syncing;

/// <summary>A run on disk, written after every batch: everything a restarted process needs to go on.</summary>
[GenerateSerializer, Alias("xsight.sync-run-state")]
public sealed class SyncRunState
{
    [Id(0)] public SyncKind Kind { get; set; }

    [Id(1)] public SyncPhase Phase { get; set; }

    [Id(2)] public DateTimeOffset StartedAt { get; set; }

    [Id(3)] public DateTimeOffset? EndedAt { get; set; }

    [Id(4)] public long? CustomersTotal { get; set; }

    [Id(5)] public long? OrdersTotal { get; set; }

    [Id(6)] public SubjectCheckpoint Customers { get; set; } = new();

    [Id(7)] public SubjectCheckpoint Orders { get; set; } = new();

    /// <summary>An incremental run reads what changed from here on.</summary>
    [Id(8)] public DateTimeOffset? UpdatedSince { get; set; }

    [Id(9)] public bool CancelRequested { get; set; }

    /// <summary>Why the run will end as failed once what is merged is derived.</summary>
    [Id(10)] public string? Failure { get; set; }

    [Id(11)] public string? Message { get; set; }

    [Id(12)] public double Percent { get; set; }

    [Id(13)] public long Revision { get; set; }

    [Id(14)] public ReconcileState Reconcile { get; set; } = new();

    public long RecordsDone => Customers.RecordsDone + Orders.RecordsDone;

    public bool Ended => Phase is SyncPhase.Completed or SyncPhase.Failed or SyncPhase.Cancelled;

    /// <summary>Progress never falls.</summary>
    public void Raise(double percent) => Percent = Math.Max(Percent, percent);
}
