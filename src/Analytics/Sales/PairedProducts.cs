namespace XSight.Analytics.Sales;

/// <summary>
/// Which products of an order are paired: known ones, each once, those of the first lines up to the limit. Whoever counts pairs and
/// whoever lists the orders of one must ask here, or the list would hold other orders than were counted.
/// </summary>
internal static class PairedProducts
{
    /// <param name="lines">Codes of an order's products by line.</param>
    /// <param name="found">Room for <see cref="SalesLimits.PairOrderProductsMax"/> codes; the answer lies in it.</param>
    public static Span<int> Of(ReadOnlySpan<int> lines, Span<int> found)
    {
        var count = 0;
        foreach (var product in lines)
        {
            if (product != ProductTable.Unknown && !found[..count].Contains(product))
            {
                found[count++] = product;
                if (count == SalesLimits.PairOrderProductsMax)
                {
                    break;
                }
            }
        }

        return found[..count];
    }

    /// <summary>The order counts for the pair of these two.</summary>
    public static bool HoldPair(ReadOnlySpan<int> lines, int one, int other)
    {
        if (one == other || !lines.Contains(one) || !lines.Contains(other))
        {
            return false;
        }

        Span<int> found = stackalloc int[SalesLimits.PairOrderProductsMax];
        var paired = Of(lines, found);
        return paired.Contains(one) && paired.Contains(other);
    }
}
