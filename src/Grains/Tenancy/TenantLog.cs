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

    [LoggerMessage(1004, LogLevel.Information, "The store of {Tenant} grants {Scopes}")]
    public static partial void ScopesChanged(ILogger logger, TenantId tenant, string scopes);

    [LoggerMessage(1005, LogLevel.Information, "The webhooks of {Tenant} are as they should be: {Created} subscribed, {Moved} moved, {LeftOut} left out")]
    public static partial void WebhooksRepaired(ILogger logger, TenantId tenant, int created, int moved, int leftOut);

    [LoggerMessage(1006, LogLevel.Information, "{Tenant} does without {Topic}: its store did not grant {Scope}")]
    public static partial void TopicNotGranted(ILogger logger, TenantId tenant, string topic, string? scope);

    [LoggerMessage(1007, LogLevel.Warning, "The store of {Tenant} refused the subscription to {Topic}")]
    public static partial void TopicRefused(ILogger logger, TenantId tenant, string topic, Exception error);

    [LoggerMessage(1008, LogLevel.Warning, "The webhooks of {Tenant} could not be compared with its store; the next day tries again")]
    public static partial void WebhooksNotRepaired(ILogger logger, TenantId tenant, Exception error);

    [LoggerMessage(1009, LogLevel.Information, "Tenant {Tenant} is forgotten")]
    public static partial void Erased(ILogger logger, TenantId tenant);

    [LoggerMessage(1010, LogLevel.Error, "The tokens of {Tenant} cannot be read with this ENCRYPTION_KEY: give the process the key they were sealed with, or have the store connected again")]
    public static partial void TokensUnreadable(ILogger logger, TenantId tenant, Exception error);
}
