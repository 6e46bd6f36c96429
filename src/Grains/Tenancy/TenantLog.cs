using Microsoft.Extensions.Logging;

namespace XSight.Grains.Tenancy;

internal static partial class TenantLog
{
    [LoggerMessage(1001, LogLevel.Information, "Tenant {Tenant} is connected to {Shop}")]
    public static partial void Connected(ILogger logger, TenantId tenant, ShopDomain shop);

    [LoggerMessage(1002, LogLevel.Information, "Tenant {Tenant} renewed its token for {Shop}")]
    public static partial void TokenRenewed(ILogger logger, TenantId tenant, ShopDomain shop);

    [LoggerMessage(1003, LogLevel.Information, "Tenant {Tenant} was disconnected: its shop removed the app")]
    public static partial void Disconnected(ILogger logger, TenantId tenant);
}
