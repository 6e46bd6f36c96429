namespace XSight.Abstractions;

/// <summary>From our net of a period to Shopify's total sales.</summary>
/// <param name="Refunds">Of our figure.</param>
[GenerateSerializer, Immutable, Alias("xsight.bridge-query")]
public sealed record BridgeQuery(
    [property: Id(0)] int FromDay,
    [property: Id(1)] int ToDay,
    [property: Id(2)] RefundDating Refunds = RefundDating.Refund);
