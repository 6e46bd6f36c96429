namespace XSight.Abstractions;

/// <summary>
/// A customer's figures, derived anew from all counted orders whenever one of them changes; never patched by deltas.
/// Days are days since 1970-01-01 on the shop's own calendar.
/// </summary>
[GenerateSerializer, Immutable, Alias("xsight.customer-metrics")]
public sealed record CustomerMetrics
{
    public static readonly CustomerMetrics None = new();

    /// <summary>F: counted orders.</summary>
    [Id(0)] public int OrdersCount { get; init; }

    /// <summary>M: sum of nets, in minor units of the shop's currency.</summary>
    [Id(1)] public long TotalSpentMinor { get; init; }

    /// <summary>Null without a counted order, as are the three below.</summary>
    [Id(2)] public DateTimeOffset? FirstOrderAt { get; init; }

    [Id(3)] public DateTimeOffset? LastOrderAt { get; init; }

    [Id(4)] public int? FirstOrderDay { get; init; }

    /// <summary>R: the day of the last counted order.</summary>
    [Id(5)] public int? LastOrderDay { get; init; }

    public bool Eligible => OrdersCount > 0;
}
