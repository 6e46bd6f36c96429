namespace XSight.Abstractions;

/// <summary>How much of the customers' net the best of them bring, by counted orders between two days.</summary>
/// <param name="FromDay">Days since 1970-01-01; null for the beginning.</param>
/// <param name="ToDay">Included; null for today.</param>
[GenerateSerializer, Immutable, Alias("xsight.concentration-query")]
public sealed record ConcentrationQuery([property: Id(0)] int? FromDay = null, [property: Id(1)] int? ToDay = null);
