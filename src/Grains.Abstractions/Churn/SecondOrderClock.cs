using System.Collections.Immutable;

namespace XSight.Abstractions;

/// <summary>How long first-time buyers take to their second order (Kaplan–Meier): who has not come yet counts for as long as it has been watched.</summary>
[GenerateSerializer, Immutable, Alias("xsight.second-order-clock")]
public sealed record SecondOrderClock
{
    /// <summary>Share that has ordered again by each day; days rising.</summary>
    [Id(0)] public required ImmutableArray<SecondOrderPoint> Points { get; init; }

    /// <summary>The longest wait seen.</summary>
    [Id(1)] public required int WatchedDays { get; init; }

    /// <summary>Share that has come again by then.</summary>
    [Id(2)] public required double EverShare { get; init; }

    /// <summary>By this day half of all second orders have come; null where none has.</summary>
    [Id(3)] public int? HalfByDay { get; init; }

    /// <summary>By this day four of five have.</summary>
    [Id(4)] public int? MostByDay { get; init; }

    [Id(5)] public required int OneTimeBuyers { get; init; }

    /// <summary>One-time buyers whose wait is not yet past <see cref="MostByDay"/>.</summary>
    [Id(6)] public required int StillInTime { get; init; }

    /// <summary>Customers who have ordered again.</summary>
    [Id(7)] public required int Came { get; init; }
}
