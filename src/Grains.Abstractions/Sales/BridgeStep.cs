namespace XSight.Abstractions;

/// <summary>One difference, by itself.</summary>
/// <param name="AmountMinor">What is added to our figure on the way to Shopify's; 0 where both do the same.</param>
/// <param name="AffectedMinor">The money concerned, also where nothing is added.</param>
/// <param name="Orders">Orders concerned; <see cref="SalesOrdersQuery.Concern"/> lists them.</param>
[GenerateSerializer, Immutable, Alias("xsight.bridge-step")]
public sealed record BridgeStep(
    [property: Id(0)] BridgeStepKind Kind,
    [property: Id(1)] long AmountMinor,
    [property: Id(2)] long AffectedMinor,
    [property: Id(3)] int Orders);
