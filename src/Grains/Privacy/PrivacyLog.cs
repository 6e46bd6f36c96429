using Microsoft.Extensions.Logging;

namespace XSight.Grains.Privacy;

internal static partial class PrivacyLog
{
    [LoggerMessage(1401, LogLevel.Information, "All that was held of {Tenant} is erased")]
    public static partial void ShopErased(ILogger logger, TenantId tenant);

    [LoggerMessage(1402, LogLevel.Information, "The database was purged of what {Erasures} erasures deleted")]
    public static partial void Purged(ILogger logger, int erasures);

    [LoggerMessage(1403, LogLevel.Error, "An erasure or a purge failed; the next beat tries again")]
    public static partial void ErasureFailed(ILogger logger, Exception error);
}
