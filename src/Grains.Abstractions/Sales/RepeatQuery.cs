namespace XSight.Abstractions;

/// <summary>Who comes back and after how long, of customers whose first counted order fell between two days.</summary>
/// <param name="FromDay">Days since 1970-01-01; null for the beginning.</param>
/// <param name="ToDay">Included; null for today.</param>
[GenerateSerializer, Immutable, Alias("xsight.repeat-query")]
public sealed record RepeatQuery([property: Id(0)] int? FromDay = null, [property: Id(1)] int? ToDay = null);
