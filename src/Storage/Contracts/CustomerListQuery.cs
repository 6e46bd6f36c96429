using System.Collections.Immutable;

namespace XSight.Storage;

/// <summary>What a list of customers shows: filters are joined by AND.</summary>
public sealed record CustomerListQuery
{
    public const int LimitMax = 250;
    public const int SearchLengthMax = 200;

    /// <value>50 by default, 1 to <see cref="LimitMax"/>.</value>
    public int Limit { get; init; } = 50;

    public string? Cursor { get; init; }

    /// <summary>Whether the whole list is counted too: who reads it page by page to the end need not count it each time. Totals are 0 without.</summary>
    public bool Totals { get; init; } = true;

    public CustomerSort Sort { get; init; } = CustomerSort.LastOrder;

    public bool Descending { get; init; } = true;

    /// <summary>Names of groups of the thresholds' profile, or <c>prospects</c>; empty for all.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>Exact scores, each 1 to 5; null for all. Used by the cells of the RFM grid.</summary>
    public int? R { get; init; }

    /// <summary>(F+M)/2 rounded half up, 1 to 5.</summary>
    public int? Fm { get; init; }

    /// <summary>Words found in name, e-mail or phone, without regard to case; or an exact id.</summary>
    public string? Search { get; init; }

    public string? CountryCode { get; init; }

    public string? Tag { get; init; }

    /// <summary>The first counted order's day on the shop's calendar, days since 1970-01-01, inclusive: the people of a cohort. Null for no bound.</summary>
    public int? FirstOrderFrom { get; init; }

    /// <inheritdoc cref="FirstOrderFrom"/>
    public int? FirstOrderTo { get; init; }

    /// <summary>Has a counted order on one of these days, inclusive. Null for no bound.</summary>
    public int? OrderedFrom { get; init; }

    /// <inheritdoc cref="OrderedFrom"/>
    public int? OrderedTo { get; init; }

    /// <summary>A product of which a counted order has a line, also one that was taken back. Together with the days of orders: in one of those orders.</summary>
    public long? Bought { get; init; }
}
