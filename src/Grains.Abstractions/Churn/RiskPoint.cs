namespace XSight.Abstractions;

/// <summary>Chance of no purchase within the horizon as it stood at the end of a day.</summary>
[GenerateSerializer, Immutable, Alias("xsight.risk-point")]
public readonly record struct RiskPoint([property: Id(0)] int Day, [property: Id(1)] double Risk, [property: Id(2)] bool Bought);
