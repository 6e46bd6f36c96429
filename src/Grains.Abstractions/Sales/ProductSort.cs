namespace XSight.Abstractions;

/// <summary>By what the largest products come first.</summary>
public enum ProductSort
{
    Net,
    Buyers,
    Orders,
    Quantity,
}
