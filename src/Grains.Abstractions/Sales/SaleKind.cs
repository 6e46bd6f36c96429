namespace XSight.Abstractions;

/// <summary>Whether an order counts (analytics.md, Facts), and if not, why: the first reason that holds.</summary>
public enum SaleKind : byte
{
    Counted,
    Test,
    Cancelled,

    /// <summary>Authorized, pending, voided or expired.</summary>
    Unpaid,
}
