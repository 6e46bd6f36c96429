namespace XSight.Storage;

/// <summary>One comparison with the store, ended: what was compared, what differed, what was mended.</summary>
public sealed record Reconciliation
{
    public required TenantId Tenant { get; init; }

    /// <summary>The run that compared; a run compares once.</summary>
    public required SyncRunId Run { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>Whatever the store changed before this instant is here, but for <see cref="StillMissing"/>. Null when the comparison broke off.</summary>
    public DateTimeOffset? CompleteTo { get; init; }

    /// <summary>Days of the shop's calendar on which the compared orders last changed, from the first to the last.</summary>
    public required int Days { get; init; }

    /// <summary>Whether the orders before the recent days were compared window by window, and not by their number alone.</summary>
    public required bool WholeHistory { get; init; }

    /// <summary>Orders that the store counted or listed.</summary>
    public required long OrdersCompared { get; init; }

    /// <summary>Of these, the ones compared by id, version and amount; the others by number in their window.</summary>
    public required long OrdersListed { get; init; }

    /// <summary>Orders of the store that were not here.</summary>
    public required int Missing { get; init; }

    /// <summary>Orders that were here in an older state.</summary>
    public required int Outdated { get; init; }

    /// <summary>Orders that were here and that the store had deleted.</summary>
    public required int Surplus { get; init; }

    /// <summary>Of all these, how many are now as the store has them.</summary>
    public required int Mended { get; init; }

    /// <summary>What happened, what is safe, what to do. Null unless the comparison broke off.</summary>
    public string? Message { get; init; }

    public int Found => Missing + Outdated + Surplus;

    public int StillMissing => Found - Mended;
}
