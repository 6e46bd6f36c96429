namespace XSight.Abstractions;

/// <summary>By what of their first counted order customers are told apart.</summary>
public enum CohortSplit
{
    None,

    /// <summary>The product with the largest net in it; among equals the one that comes first.</summary>
    Product,

    /// <summary>Of the shipping address.</summary>
    Country,

    /// <summary>The first discount code.</summary>
    Discount,

    Source,
}
