using XSight.Shopify;

namespace XSight.Api.Connecting;

internal static partial class ConnectLog
{
    [LoggerMessage(3401, LogLevel.Information, "{Shop} is connected to {Tenant}")]
    public static partial void Connected(ILogger logger, ShopDomain shop, TenantId tenant);

    [LoggerMessage(3402, LogLevel.Warning, "{Shop} could not be connected: {Kind}")]
    public static partial void StoreFailed(ILogger logger, ShopDomain shop, ShopifyErrorKind kind);

    [LoggerMessage(3403, LogLevel.Warning, "A connection was refused: {Code}")]
    public static partial void Refused(ILogger logger, string code);
}
