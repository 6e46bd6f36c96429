namespace XSight.Abstractions;

/// <summary>What the work list is sorted by; the largest first.</summary>
public enum ChurnSort
{
    /// <summary>Revenue at risk, then by customer.</summary>
    RevenueAtRisk,

    /// <summary>Chance of no purchase, then revenue at risk.</summary>
    Risk,
}
