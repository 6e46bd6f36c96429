namespace XSight.Conformance.Tests;

[GenerateSerializer, Immutable, Alias("conformance.parcel")]
public sealed record Parcel([property: Id(0)] string Name, [property: Id(1)] long Weight);
