namespace XSight.Storage;

internal readonly record struct StagedLine(TenantId Tenant, long OrderId, OrderLine Line);
