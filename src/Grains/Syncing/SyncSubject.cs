using XSight.Shopify;
using XSight.Storage;

namespace XSight.Grains.Syncing;

/// <summary>Customers or orders, as a sync sees them: where it stands, how to read them, how to merge a batch.</summary>
internal sealed record SyncSubject<T>(
    BulkSubject Bulk,
    SyncPhase Phase,
    SubjectCheckpoint Checkpoint,
    Func<Stream, long, CancellationToken, IAsyncEnumerable<T>> ReadFile,
    Func<string?, CancellationToken, Task<FactPage<T>>> ReadPage,
    Func<IReadOnlyList<T>, CancellationToken, Task<MergeResult>> Merge,
    Func<T, DateTimeOffset> VersionOf);
