using System.Collections.Immutable;

namespace XSight.Abstractions;

[GenerateSerializer, Immutable, Alias("xsight.user-view")]
public sealed record UserView([property: Id(0)] UserKey User, [property: Id(1)] string Name, [property: Id(2)] ImmutableArray<TenantMembership> Memberships);
