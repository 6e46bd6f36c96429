using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>Orders behind a figure, newest first.</summary>
[GenerateSerializer, Immutable, Alias("xsight.sales-orders-page")]
public sealed record SalesOrdersPage
{
    [Id(0)] public required SalesStamp Stamp { get; init; }

    [Id(1)] public required ImmutableArray<SalesOrderRow> Orders { get; init; }

    /// <summary>On all pages.</summary>
    [Id(2)] public required int Total { get; init; }

    /// <summary>Null on the last page.</summary>
    [Id(3)] public SalesOrderCursor? Next { get; init; }
}
