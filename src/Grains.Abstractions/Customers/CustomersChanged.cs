using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>Customers whose facts or figures were committed, for pages that show them: published on <see cref="StreamNames.Customers"/>. May be lost without harm.</summary>
[GenerateSerializer, Immutable, Alias("xsight.customers-changed")]
public sealed record CustomersChanged([property: Id(0)] TenantId Tenant, [property: Id(1)] ImmutableArray<long> CustomerIds);
