using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>
/// What the store says of an order, absolute, as of <see cref="UpdatedAt"/>, its source version. Amounts are integer minor units of
/// the shop's currency (ISO 4217 exponent).
/// </summary>
[GenerateSerializer, Immutable, Alias("xsight.order-fact")]
public sealed record OrderFact
{
    [Id(0)] public required long OrderId { get; init; }

    /// <summary>Null for an anonymous order: it counts in revenue and not in RFM.</summary>
    [Id(1)] public long? CustomerId { get; init; }

    /// <summary>As the merchant knows it, such as <c>#1001</c>.</summary>
    [Id(2)] public required string Name { get; init; }

    [Id(3)] public required DateTimeOffset UpdatedAt { get; init; }

    [Id(4)] public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The order's time in every figure.</summary>
    [Id(5)] public required DateTimeOffset ProcessedAt { get; init; }

    [Id(6)] public DateTimeOffset? CancelledAt { get; init; }

    [Id(7)] public bool Test { get; init; }

    /// <summary>In lower case as webhooks have it: <c>paid</c>, <c>partially_refunded</c>, …; an open set. Null when the store says nothing.</summary>
    [Id(8)] public string? FinancialStatus { get; init; }

    /// <summary>Before returns and edits (<c>totalPriceSet.shopMoney</c>).</summary>
    [Id(9)] public required long GrossMinor { get; init; }

    /// <summary>After returns and edits (<c>currentTotalPriceSet.shopMoney</c>).</summary>
    [Id(10)] public required long NetMinor { get; init; }

    [Id(11)] public required string Currency { get; init; }

    /// <summary>Where it came from: <c>web</c>, <c>pos</c>, an app's name.</summary>
    [Id(12)] public string? SourceName { get; init; }

    /// <summary>ISO 3166 alpha-2 of the shipping address.</summary>
    [Id(13)] public string? CountryCode { get; init; }

    [Id(14)] public ImmutableArray<string> DiscountCodes { get; init; } = [];

    /// <summary>The store no longer has this order.</summary>
    [Id(15)] public bool Deleted { get; init; }

    /// <summary>Default (not empty) when the source does not tell: what is known stays then.</summary>
    [Id(16)] public ImmutableArray<OrderLine> Lines { get; init; }

    /// <summary>Default (not empty) when the source does not tell.</summary>
    [Id(17)] public ImmutableArray<OrderRefund> Refunds { get; init; }
}
