using System.Collections.Immutable;

namespace XSight.Storage;

/// <summary>A person asked, through the store, what is held of them.</summary>
/// <param name="RequestId">Ours: the position of the delivery that told us.</param>
/// <param name="StoreRequestId">The store's number; null when it told none.</param>
/// <param name="RequestedAt">When we were told.</param>
/// <param name="CustomerIds">Who it is; empty when we knew nobody of the address.</param>
/// <param name="OrderIds">The orders that the store named.</param>
public sealed record PrivacyRequest(
    long RequestId, long? StoreRequestId, DateTimeOffset RequestedAt, ImmutableArray<long> CustomerIds, ImmutableArray<long> OrderIds);
