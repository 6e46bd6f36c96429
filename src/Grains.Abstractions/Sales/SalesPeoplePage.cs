using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>Customers behind a figure, largest net first.</summary>
[GenerateSerializer, Immutable, Alias("xsight.sales-people-page")]
public sealed record SalesPeoplePage
{
    [Id(0)] public required SalesStamp Stamp { get; init; }

    [Id(1)] public required ImmutableArray<SalesPerson> People { get; init; }

    /// <summary>On all pages.</summary>
    [Id(2)] public required int Total { get; init; }

    /// <summary>Null on the last page.</summary>
    [Id(3)] public SalesPersonCursor? Next { get; init; }
}
