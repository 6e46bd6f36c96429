namespace XSight.Abstractions;

/// <summary>A row of the change feed: a customer's figures as of <see cref="ChangeSeq"/>, which grows with every commit of the tenant.</summary>
[GenerateSerializer, Immutable, Alias("xsight.customer-change")]
public sealed record CustomerChange
{
    [Id(0)] public required long CustomerId { get; init; }

    [Id(1)] public required long ChangeSeq { get; init; }

    [Id(2)] public required CustomerMetrics Metrics { get; init; }

    /// <summary>The customer is gone and leaves every figure.</summary>
    [Id(3)] public bool Deleted { get; init; }
}
