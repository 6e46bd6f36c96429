namespace XSight.Abstractions;

/// <summary>A customer's RFM scores and group as of the end of a day, days since 1970-01-01 on the shop's calendar.</summary>
[GenerateSerializer, Immutable, Alias("xsight.score-point")]
public readonly record struct ScorePoint(
    [property: Id(0)] int Day, [property: Id(1)] int R, [property: Id(2)] int F, [property: Id(3)] int M, [property: Id(4)] string Group);
