namespace XSight.Storage;

internal readonly record struct StagedCustomer(TenantId Tenant, CustomerFact Fact, long ArrivedAtMs);
