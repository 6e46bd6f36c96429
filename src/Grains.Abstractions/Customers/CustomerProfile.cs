using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>Everything one customer's page shows.</summary>
[GenerateSerializer, Immutable, Alias("xsight.customer-profile")]
public sealed record CustomerProfile
{
    [Id(0)] public required CustomerFact Customer { get; init; }

    [Id(1)] public required CustomerMetrics Metrics { get; init; }

    /// <summary>Null for a prospect.</summary>
    [Id(2)] public CustomerStanding? Standing { get; init; }

    /// <summary>Newest first.</summary>
    [Id(3)] public required ImmutableArray<OrderFact> Orders { get; init; }

    [Id(4)] public required string Currency { get; init; }

    [Id(5)] public required string TimeZone { get; init; }

    /// <summary>The store's truth up to this instant is in the figures.</summary>
    [Id(6)] public required DateTimeOffset FreshTo { get; init; }
}
