namespace XSight.Abstractions;

public enum SyncKind
{
    /// <summary>Everything, by bulk operation.</summary>
    Full,

    /// <summary>What changed since the last run, by cursor.</summary>
    Incremental,

    /// <summary>No reading: only the comparison with the store by which every other run ends too.</summary>
    Reconcile,
}
