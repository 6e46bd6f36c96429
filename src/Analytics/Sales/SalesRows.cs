namespace XSight.Analytics.Sales;

/// <summary>The limit of lists.</summary>
internal static class SalesRows
{
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to <see cref="SalesLimits.RowsMax"/>.</exception>
    public static void Check(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, SalesLimits.RowsMax);
    }
}
