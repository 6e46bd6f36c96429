namespace XSight.Abstractions;

/// <summary>Limits of the questions about sales.</summary>
public static class SalesLimits
{
    /// <summary>Of a series: ten years of days.</summary>
    public const int PeriodsMax = 3_700;

    /// <summary>Cohorts in one report; the newest when there are more.</summary>
    public const int CohortsMax = 130;

    /// <summary>Values of a split that are told apart; the rest is one segment.</summary>
    public const int SegmentsMax = 8;

    /// <summary>Rows of a list of products, pairs, orders or people.</summary>
    public const int RowsMax = 250;

    /// <summary>Products among which pairs are counted: those in most orders of the period.</summary>
    public const int PairProductsMax = 1_000;

    /// <summary>Different products of one order that are paired, those of its first lines; an order with more says little about any two.</summary>
    public const int PairOrderProductsMax = 50;

    /// <summary>After a first order, for what its buyers spend later.</summary>
    public const int LaterDaysMax = 3_650;

    /// <summary>Of the buyers of a period, for its best part: everybody.</summary>
    public const int TopPercentMax = 100;

    /// <summary>Span of a question in days: a century.</summary>
    public const int DaysMax = 36_525;
}
