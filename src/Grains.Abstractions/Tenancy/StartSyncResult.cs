namespace XSight.Abstractions;

/// <summary>The run that is now under way, and whether this call began it; a null run when the shop is not connected.</summary>
[GenerateSerializer, Immutable, Alias("xsight.start-sync-result")]
public sealed record StartSyncResult([property: Id(0)] SyncRunId? Run, [property: Id(1)] bool Started);
