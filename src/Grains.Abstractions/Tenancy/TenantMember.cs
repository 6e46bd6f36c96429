namespace XSight.Abstractions;

[GenerateSerializer, Immutable, Alias("xsight.tenant-member")]
public sealed record TenantMember([property: Id(0)] UserKey User, [property: Id(1)] TenantRole Role);
