namespace XSight.Abstractions;

/// <summary>One customer's risk with its reasons, as of the day it was computed for. Money is minor units.</summary>
[GenerateSerializer, Immutable, Alias("xsight.churn-row")]
public readonly record struct ChurnRow
{
    [Id(0)] public required long CustomerId { get; init; }

    /// <summary>Chance of no purchase within the horizon.</summary>
    [Id(1)] public required double Risk { get; init; }

    [Id(2)] public required RiskLevel Level { get; init; }

    /// <summary>Risk times expected spend.</summary>
    [Id(3)] public required long RevenueAtRiskMinor { get; init; }

    /// <summary>Expected purchases within the horizon times spend per purchase; without a model, one purchase.</summary>
    [Id(4)] public required long ExpectedSpendMinor { get; init; }

    [Id(5)] public required long SpendPerPurchaseMinor { get; init; }

    /// <summary>Median days between purchases; null for a one-time buyer.</summary>
    [Id(6)] public double? UsualGapDays { get; init; }

    [Id(7)] public required int DaysSinceLast { get; init; }

    /// <summary>Purchase days.</summary>
    [Id(8)] public required int Purchases { get; init; }

    [Id(9)] public required ChurnAdvice Advice { get; init; }

    /// <summary>RFM group; null outside the work list.</summary>
    [Id(10)] public string? Group { get; init; }
}
