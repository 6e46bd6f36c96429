namespace XSight.Abstractions;

[GenerateSerializer, Immutable, Alias("xsight.tenant-membership")]
public sealed record TenantMembership([property: Id(0)] TenantId Tenant, [property: Id(1)] TenantRole Role);
