namespace XSight.Analytics.Models;

/// <summary>The models a store may get.</summary>
public enum PurchaseModelKind
{
    /// <summary>BG/NBD.</summary>
    BetaGeometric,

    /// <summary>MBG/NBD.</summary>
    ModifiedBetaGeometric,

    /// <summary>Pareto/NBD.</summary>
    Pareto,
}
