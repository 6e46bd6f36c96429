namespace XSight.Abstractions;

/// <summary>A churn risk in a word.</summary>
public enum RiskLevel
{
    /// <summary>Below 0.3.</summary>
    Low,

    /// <summary>From 0.3.</summary>
    Medium,

    /// <summary>From 0.6.</summary>
    High,

    /// <summary>From 0.8.</summary>
    Critical,
}
