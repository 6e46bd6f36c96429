using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>An order as the figures of sales need it. Days are days since 1970-01-01 on the shop's calendar, money is minor units of its currency.</summary>
public sealed record SaleOrder
{
    public required long OrderId { get; init; }

    /// <summary>Of <see cref="ProcessedAtMs"/>.</summary>
    public required int Day { get; init; }

    /// <summary>UTC epoch milliseconds: orders of one buyer follow one another by it, then by their id.</summary>
    public required long ProcessedAtMs { get; init; }

    public required SaleKind Kind { get; init; }

    public required long GrossMinor { get; init; }

    public required long NetMinor { get; init; }

    /// <summary>Such as <c>web</c> or <c>pos</c>; null when unknown.</summary>
    public string? Source { get; init; }

    /// <summary>ISO 3166 alpha-2 of the shipping address.</summary>
    public string? Country { get; init; }

    /// <summary>The first discount code used; null without one.</summary>
    public string? Discount { get; init; }

    /// <summary>By line; a product may appear more than once.</summary>
    public ImmutableArray<SaleLine> Lines { get; init; } = [];

    public ImmutableArray<SaleRefund> Refunds { get; init; } = [];
}
