using System.Collections.Immutable;

namespace XSight.Storage;

/// <summary>A row of the customers' list. Scores and group are null for a prospect.</summary>
public sealed record CustomerListItem
{
    /// <summary>The group of customers without a counted order, in every profile.</summary>
    public const string Prospects = "prospects";

    public required long CustomerId { get; init; }

    /// <summary>First and last name, or null when the store has neither.</summary>
    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? City { get; init; }

    public string? CountryCode { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    public required CustomerMetrics Metrics { get; init; }

    public int? R { get; init; }

    public int? F { get; init; }

    public int? M { get; init; }

    /// <summary><c>prospects</c> without a counted order.</summary>
    public required string Group { get; init; }
}
