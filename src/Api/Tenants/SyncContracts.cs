using XSight.Abstractions;

namespace XSight.Api.Tenants;

/// <summary>Which sync to begin; full when nothing is said.</summary>
public sealed record StartSyncRequest(SyncKind Kind = SyncKind.Full);

/// <summary>The run that is now under way, and whether this request began it.</summary>
public sealed record StartSyncResponse(SyncRunId Run, bool Started);

/// <summary>The running sync, the last one that ended, and the newest comparison with the store; null where there is none.</summary>
public sealed record SyncStatusResponse(SyncProgress? Active, SyncProgress? Last, ReconciliationResponse? Reconciliation);
