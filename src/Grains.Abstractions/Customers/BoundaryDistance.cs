namespace XSight.Abstractions;

/// <summary>What it takes to reach another group while everybody else stays as they are: <c>2 orders to loyal</c>.</summary>
[GenerateSerializer, Immutable, Alias("xsight.boundary-distance")]
public sealed record BoundaryDistance
{
    [Id(0)] public required string Group { get; init; }

    /// <summary>More counted orders needed, 0 when none.</summary>
    [Id(1)] public int Orders { get; init; }

    /// <summary>More money needed, minor units, 0 when none.</summary>
    [Id(2)] public long MoneyMinor { get; init; }

    /// <summary>True when an order placed today is part of the way (it also renews recency).</summary>
    [Id(3)] public bool NeedsOrderToday { get; init; }

    /// <summary>For a slip downwards: how many customers must overtake in recency before it happens; null for a rise.</summary>
    [Id(4)] public int? OvertakersUntilSlip { get; init; }

    /// <summary>For a slip: the day it is expected at the store's recent pace of buyers, null when unknown or a rise.</summary>
    [Id(5)] public int? ExpectedSlipDay { get; init; }
}
