namespace XSight.Abstractions;

/// <summary>A parameter by the name the literature gives it.</summary>
[GenerateSerializer, Immutable, Alias("xsight.model-parameter")]
public readonly record struct ModelParameter([property: Id(0)] string Name, [property: Id(1)] double Value);
