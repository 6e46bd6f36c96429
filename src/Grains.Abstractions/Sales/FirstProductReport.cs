using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>First products, largest mean net within the days first.</summary>
[GenerateSerializer, Immutable, Alias("xsight.first-product-report")]
public sealed record FirstProductReport
{
    [Id(0)] public required SalesStamp Stamp { get; init; }

    /// <summary>The question with its days filled in.</summary>
    [Id(1)] public required FirstProductQuery Query { get; init; }

    [Id(2)] public required ImmutableArray<FirstProductRow> Products { get; init; }

    /// <summary>Of all customers whose later days are over, whatever they began with.</summary>
    [Id(3)] public required FirstProductRow All { get; init; }

    [Id(4)] public ImmutableArray<ProductTitle> Titles { get; init; } = [];

    /// <summary>The later days of who began after it are not over: nobody of these figures did. Before the first day of the question when they are over for nobody.</summary>
    public int LastFirstDay => Math.Min(Query.ToDay!.Value, Stamp.Today - Query.LaterDays - 1);
}
