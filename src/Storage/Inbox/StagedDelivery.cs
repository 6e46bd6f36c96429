namespace XSight.Storage;

internal readonly record struct StagedDelivery(TenantId Tenant, long InboxSeq);
