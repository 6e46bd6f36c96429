using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>What the store's model says of one customer now. What only a model can say is null where the gate is shut.</summary>
[GenerateSerializer, Immutable, Alias("xsight.customer-outlook")]
public sealed record CustomerOutlook
{
    /// <summary>Most points of a history.</summary>
    public const int HistoryMax = 160;

    [Id(0)] public required DateTimeOffset AsOf { get; init; }

    [Id(1)] public required int HorizonDays { get; init; }

    [Id(2)] public required GateReason Gate { get; init; }

    /// <summary>Name of what the risk comes from: a model, the second-order curve, or the overdue rule.</summary>
    [Id(3)] public required string Source { get; init; }

    [Id(4)] public required ChurnRow Row { get; init; }

    /// <summary>Chance that the customer has not silently left for good. Not the opposite of the risk.</summary>
    [Id(5)] public double? Alive { get; init; }

    [Id(6)] public double? ExpectedPurchases30 { get; init; }

    [Id(7)] public double? ExpectedPurchases90 { get; init; }

    [Id(8)] public double? ExpectedPurchases365 { get; init; }

    /// <summary>Expected purchases of 365 days times spend per purchase.</summary>
    [Id(9)] public long? LifetimeValueMinor { get; init; }

    /// <summary>By this day an order is as likely to have come as not, if the customer stays; null where that is more than a year away.</summary>
    [Id(10)] public int? NextOrderDay { get; init; }

    /// <summary>Risk over time, oldest first: the same model as of each day, knowing the orders up to it.</summary>
    [Id(11)] public required ImmutableArray<RiskPoint> History { get; init; }

    /// <summary>Scores at the ends of past months, oldest first, from the month of the first order on.</summary>
    [Id(12)] public ImmutableArray<ScorePoint> Scores { get; init; } = [];
}
