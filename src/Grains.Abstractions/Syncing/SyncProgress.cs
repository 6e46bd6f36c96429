namespace XSight.Abstractions;

/// <summary>One run at one moment: what the sync page, the API and the hub show.</summary>
[GenerateSerializer, Immutable, Alias("xsight.sync-progress")]
public sealed record SyncProgress
{
    [Id(0)] public required TenantId Tenant { get; init; }

    [Id(1)] public required SyncRunId Run { get; init; }

    [Id(2)] public required SyncKind Kind { get; init; }

    [Id(3)] public required SyncPhase Phase { get; init; }

    /// <summary>0 to 100, never falling within a run.</summary>
    [Id(4)] public required double Percent { get; init; }

    [Id(5)] public required long CustomersDone { get; init; }

    [Id(6)] public required long OrdersDone { get; init; }

    /// <summary>The store's own count, null until it is known.</summary>
    [Id(7)] public long? CustomersTotal { get; init; }

    [Id(8)] public long? OrdersTotal { get; init; }

    /// <summary>Records a second over the last seconds.</summary>
    [Id(9)] public double RatePerSecond { get; init; }

    /// <summary>Null when it cannot be estimated.</summary>
    [Id(10)] public double? SecondsLeft { get; init; }

    [Id(11)] public required DateTimeOffset StartedAt { get; init; }

    [Id(12)] public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What happened, what is safe, what to do; in words a merchant understands. Null unless failed or waiting.</summary>
    [Id(13)] public string? Message { get; init; }

    /// <summary>Grows with every change of the run, so that a late message is recognised.</summary>
    [Id(14)] public required long Revision { get; init; }

    public bool Ended => Phase is SyncPhase.Completed or SyncPhase.Failed or SyncPhase.Cancelled;
}
