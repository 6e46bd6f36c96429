using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>Where a customer stands among the store's eligible customers at this moment.</summary>
[GenerateSerializer, Immutable, Alias("xsight.customer-standing")]
public sealed record CustomerStanding
{
    [Id(0)] public required int R { get; init; }

    [Id(1)] public required int F { get; init; }

    [Id(2)] public required int M { get; init; }

    /// <summary>The group's name in the tenant's profile, such as <c>champions</c>.</summary>
    [Id(3)] public required string Group { get; init; }

    [Id(4)] public string? PreviousGroup { get; init; }

    [Id(5)] public DateTimeOffset? GroupSince { get; init; }

    /// <summary>At or above the 90th percentile of money.</summary>
    [Id(6)] public bool HighValue { get; init; }

    /// <summary>The nearest moves to another group, each in words and figures.</summary>
    [Id(7)] public ImmutableArray<BoundaryDistance> Boundaries { get; init; } = [];
}
