namespace XSight.Conformance.Tests;

[GenerateSerializer, Immutable, Alias("conformance.state-view")]
public sealed record StateView([property: Id(0)] string? Text, [property: Id(1)] bool Exists, [property: Id(2)] bool HasEtag, [property: Id(3)] string? Other);
