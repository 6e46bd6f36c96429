namespace XSight.Storage;

internal readonly record struct StagedRefund(TenantId Tenant, long OrderId, OrderRefund Refund, int Day);
