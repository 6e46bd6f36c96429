namespace XSight.Abstractions;

/// <summary>What a report was computed from.</summary>
/// <param name="AsOf">Includes every change committed before.</param>
/// <param name="Currency">Of all its money, ISO 4217.</param>
/// <param name="Today">The shop's day.</param>
/// <param name="FirstDay">Of the first counted order; null without one.</param>
/// <param name="LastDay">Of the last counted order.</param>
[GenerateSerializer, Immutable, Alias("xsight.sales-stamp")]
public sealed record SalesStamp(
    [property: Id(0)] DateTimeOffset AsOf,
    [property: Id(1)] string Currency,
    [property: Id(2)] int Today,
    [property: Id(3)] int? FirstDay,
    [property: Id(4)] int? LastDay);
