using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>Our net, the steps in the sequence of <see cref="BridgeStepKind"/>, and what they add up to: exactly Shopify's total sales by the orders we know.</summary>
[GenerateSerializer, Immutable, Alias("xsight.bridge-report")]
public sealed record BridgeReport
{
    [Id(0)] public required SalesStamp Stamp { get; init; }

    [Id(1)] public required BridgeQuery Query { get; init; }

    [Id(2)] public required long OursMinor { get; init; }

    [Id(3)] public required ImmutableArray<BridgeStep> Steps { get; init; }

    [Id(4)] public required long ShopifyMinor { get; init; }
}
