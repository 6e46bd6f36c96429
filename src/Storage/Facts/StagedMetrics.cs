namespace XSight.Storage;

internal readonly record struct StagedMetrics(TenantId Tenant, DerivedMetrics Derived);
