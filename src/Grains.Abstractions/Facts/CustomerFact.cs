using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>
/// What the store says of a customer, absolute, as of <see cref="UpdatedAt"/>, which is its source version: the newer fact replaces
/// the older one whole, whichever road it took (bulk, page or webhook).
/// </summary>
[GenerateSerializer, Immutable, Alias("xsight.customer-fact")]
public sealed record CustomerFact
{
    [Id(0)] public required long CustomerId { get; init; }

    [Id(1)] public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the store made the customer; where a source does not say, the latest it can have been. Of several facts' the earliest holds.</summary>
    [Id(2)] public required DateTimeOffset CreatedAt { get; init; }

    [Id(3)] public string? FirstName { get; init; }

    [Id(4)] public string? LastName { get; init; }

    [Id(5)] public string? Email { get; init; }

    [Id(6)] public string? Phone { get; init; }

    [Id(7)] public string? City { get; init; }

    /// <summary>State or province, by its code or name as the store has it.</summary>
    [Id(8)] public string? Province { get; init; }

    /// <summary>ISO 3166 alpha-2.</summary>
    [Id(9)] public string? CountryCode { get; init; }

    /// <summary>Default (not empty) when the source does not tell: webhooks since 2025-01 carry no tags. What is known stays then.</summary>
    [Id(10)] public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>May we send marketing e-mail: <c>subscribed</c>, <c>not_subscribed</c>, <c>pending</c>, <c>unsubscribed</c>, …; null when unknown.</summary>
    [Id(11)] public string? EmailConsent { get; init; }

    /// <summary>The store no longer has this customer.</summary>
    [Id(12)] public bool Deleted { get; init; }
}
