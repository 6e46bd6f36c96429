namespace XSight.ShopifySimulator;

/// <summary>A fault that was asked for.</summary>
/// <param name="Kind">What goes wrong.</param>
public sealed record Fault(FaultKind Kind)
{
    /// <summary>How often.</summary>
    public int Times { get; init; } = 1;

    /// <summary>For <see cref="FaultKind.Status"/> the status; for <see cref="FaultKind.Throttled"/> 200 or 429.</summary>
    public int? Status { get; init; }

    /// <summary>Bytes for <see cref="FaultKind.TruncatedFile"/>, objects for <see cref="FaultKind.BulkFailed"/>; where whole answers are spoilt, how many go well first.</summary>
    public long? After { get; init; }

    /// <summary>Where it strikes: <c>graphql</c>, <c>oauth</c> or <c>file</c>; null: GraphQL.</summary>
    public string? On { get; init; }
}
