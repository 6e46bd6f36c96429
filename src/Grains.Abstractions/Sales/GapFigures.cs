using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>Days between one order and the next, over those who made both; 0 when they fell on one day.</summary>
/// <param name="Customers">Who made both.</param>
/// <param name="LowerQuartile">The smallest number of days within which at least a quarter of them came back; null without any.</param>
/// <param name="Buckets">From 0 days up, without gaps.</param>
[GenerateSerializer, Immutable, Alias("xsight.gap-figures")]
public sealed record GapFigures(
    [property: Id(0)] int Customers,
    [property: Id(1)] int? LowerQuartile,
    [property: Id(2)] int? Median,
    [property: Id(3)] int? UpperQuartile,
    [property: Id(4)] ImmutableArray<GapBucket> Buckets);
