using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>The largest products of a period, and the pairs most often in one order.</summary>
[GenerateSerializer, Immutable, Alias("xsight.product-report")]
public sealed record ProductReport
{
    [Id(0)] public required SalesStamp Stamp { get; init; }

    /// <summary>The question with its days filled in.</summary>
    [Id(1)] public required ProductQuery Query { get; init; }

    [Id(2)] public required ImmutableArray<ProductRow> Products { get; init; }

    /// <summary>Most orders first.</summary>
    [Id(3)] public required ImmutableArray<ProductPair> Pairs { get; init; }

    /// <summary>Of every line in the period, also of products beyond the limit.</summary>
    [Id(4)] public required long NetMinor { get; init; }

    /// <summary>Products sold in the period.</summary>
    [Id(5)] public required int Count { get; init; }

    [Id(6)] public ImmutableArray<ProductTitle> Titles { get; init; } = [];
}
