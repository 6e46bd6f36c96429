using Microsoft.Extensions.Logging;

namespace XSight.Grains.Hosting;

internal static partial class HostingLog
{
    [LoggerMessage(1201, LogLevel.Information, "Sync {Run} of {Tenant} was interrupted; it goes on")]
    public static partial void TakenUp(ILogger logger, TenantId tenant, SyncRunId run);

    [LoggerMessage(1202, LogLevel.Error, "The inbox could not be looked at; the next beat tries again")]
    public static partial void PumpFailed(ILogger logger, Exception error);

    [LoggerMessage(1203, LogLevel.Warning, "The inbox could not be measured; the next beat tries again")]
    public static partial void InboxNotMeasured(ILogger logger, Exception error);

    [LoggerMessage(1204, LogLevel.Warning, "The consumer of {Tenant} could not be woken; the next beat tries again")]
    public static partial void NotWoken(ILogger logger, TenantId tenant, Exception error);

    [LoggerMessage(1205, LogLevel.Warning, "Whether a sync of {Tenant} was interrupted could not be told; its reminder takes it up")]
    public static partial void NotTakenUp(ILogger logger, TenantId tenant, Exception error);
}
