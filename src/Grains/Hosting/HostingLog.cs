using Microsoft.Extensions.Logging;

namespace XSight.Grains.Hosting;

internal static partial class HostingLog
{
    [LoggerMessage(1201, LogLevel.Information, "Sync {Run} of {Tenant} was interrupted; it goes on")]
    public static partial void TakenUp(ILogger logger, TenantId tenant, SyncRunId run);
}
