using Microsoft.Extensions.Logging;

namespace XSight.Grains.Churn;

internal static partial class ChurnLog
{
    [LoggerMessage(1701, LogLevel.Information, "Tenant {Tenant}: forecast fitted to {Customers} customers in {Milliseconds} ms, {Model}, gate {Gate}")]
    public static partial void Fitted(ILogger logger, TenantId tenant, int customers, long milliseconds, string? model, GateReason gate);

    [LoggerMessage(1702, LogLevel.Error, "Tenant {Tenant}: forecasting failed; what is known stays, and it is tried again later")]
    public static partial void Failed(ILogger logger, Exception error, TenantId tenant);
}
