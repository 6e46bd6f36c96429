namespace XSight.Abstractions;

public enum SyncKind
{
    /// <summary>Everything, by bulk operation.</summary>
    Full,

    /// <summary>What changed since the last run, by cursor.</summary>
    Incremental,
}
