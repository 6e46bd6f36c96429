namespace XSight.Abstractions;

/// <summary>One sync of one store, key <see cref="SyncRunKey"/>: a state machine with a durable checkpoint after every batch.</summary>
[Alias("xsight.sync-run-grain")]
public interface ISyncRunGrain : IGrainWithStringKey
{
    /// <summary>Starts the run or, if it was interrupted, takes it up at its checkpoint; returns at once. Idempotent.</summary>
    [Alias("start")]
    Task Start(SyncKind kind);

    /// <summary>Null when the run was never started.</summary>
    [Alias("get-progress")]
    Task<SyncProgress?> GetProgress();

    /// <summary>Stops at the next batch boundary; what is merged stays. Idempotent, and without effect on an ended run.</summary>
    [Alias("cancel")]
    Task Cancel();

    /// <summary>Stops, and forgets that there was a run. Idempotent.</summary>
    [Alias("erase")]
    Task Erase();
}
