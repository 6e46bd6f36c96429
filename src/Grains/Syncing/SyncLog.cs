using Microsoft.Extensions.Logging;
using XSight.Shopify;

namespace XSight.Grains.Syncing;

internal static partial class SyncLog
{
    [LoggerMessage(1101, LogLevel.Information, "Sync {Run} of {Tenant} ended as {Outcome}: {Customers} customers, {Orders} orders")]
    public static partial void Ended(ILogger logger, TenantId tenant, SyncRunId run, SyncPhase outcome, long customers, long orders);

    [LoggerMessage(1102, LogLevel.Warning, "Sync {Run} of {Tenant}: the store failed as {Kind}")]
    public static partial void StoreFailed(ILogger logger, TenantId tenant, SyncRunId run, ShopifyErrorKind kind, Exception error);

    [LoggerMessage(1103, LogLevel.Error, "Sync {Run} of {Tenant} was interrupted, attempt {Attempt}; it goes on from its checkpoint")]
    public static partial void Interrupted(ILogger logger, TenantId tenant, SyncRunId run, int attempt, Exception error);
}
