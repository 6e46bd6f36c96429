namespace XSight.Abstractions;

/// <summary>
/// The consumer of one store's webhooks, key <see cref="TenantId"/>. The stream <see cref="StreamNames.Webhooks"/> wakes it; what there
/// is to do is in the durable inbox, so that a lost or doubled hint costs nothing.
/// </summary>
[Alias("xsight.tenant-ingest-grain")]
public interface ITenantIngestGrain : IGrainWithStringKey
{
    /// <summary>Applies what is due in the inbox, if nobody is at it already; returns at once.</summary>
    [Alias("wake")]
    Task Wake();

    /// <summary>Returns when everything that was in the inbox at the call is applied, waiting for its retry, or a dead letter.</summary>
    [Alias("drain")]
    Task Drain(CancellationToken cancellationToken = default);
}
