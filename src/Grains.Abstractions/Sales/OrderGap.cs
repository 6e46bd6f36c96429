namespace XSight.Abstractions;

/// <summary>Customers whose second or third counted order came a number of days after the one before it: a <see cref="GapBucket"/> as a question.</summary>
/// <param name="FromDays">0 when both may fall on one day.</param>
/// <param name="ToDays">Included; null for no end.</param>
[GenerateSerializer, Immutable, Alias("xsight.order-gap")]
public sealed record OrderGap([property: Id(0)] GapStep Step, [property: Id(1)] int FromDays = 0, [property: Id(2)] int? ToDays = null);
