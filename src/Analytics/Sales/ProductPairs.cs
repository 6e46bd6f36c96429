using System.Collections.Immutable;

namespace XSight.Analytics.Sales;

/// <summary>
/// Which of the most ordered products are in one order. Pairs of a thousand products fit into two megabytes that stay in the cache;
/// pairs of all would be as many as there are orders.
/// </summary>
internal static class ProductPairs
{
    public static ImmutableArray<ProductPair> Top(SalesLedger ledger, DayRange days, ProductTallies tallies, int limit)
    {
        var ranked = Enumerable.Range(1, tallies.Of.Length - 1)
            .Where(code => tallies.Of[code].Orders > 0)
            .OrderByDescending(code => tallies.Of[code].Orders)
            .ThenBy(ledger.Codes.Products.IdOf)
            .Take(SalesLimits.PairProductsMax)
            .ToArray();
        var unranked = ranked.Length;
        var rankOf = new int[tallies.Of.Length];
        Array.Fill(rankOf, unranked);
        for (var rank = 0; rank < ranked.Length; rank++)
        {
            rankOf[ranked[rank]] = rank;
        }

        var counts = StretchScan.Run(
            ledger,
            () => new int[At(0, unranked + 1)],
            (counts, from, to) => Count(ledger, days, rankOf, counts, from, to),
            Tallies.Add);
        return [.. Largest(counts, unranked, limit).Select(pair => PairOf(ledger, tallies, ranked[pair.Low], ranked[pair.High], pair.Orders))];
    }

    /// <summary>Counts the orders of each pair, at <see cref="At"/>.</summary>
    private static void Count(SalesLedger ledger, DayRange days, int[] rankOf, int[] counts, int from, int to)
    {
        var (rows, arena) = (ledger.Rows, ledger.Arena);
        var (dayOf, lineEnds, products) = (arena.Days, arena.LineEnds, arena.LineProducts);
        Span<int> found = stackalloc int[SalesLimits.PairOrderProductsMax];
        for (var row = from; row < to; row++)
        {
            if (rows.LastDays[row] < days.From || rows.Counted[row] == 0)
            {
                continue;
            }

            var (start, end) = (rows.Starts[row], rows.Starts[row] + rows.Counted[row]);
            var line = arena.LineStart(start);
            for (var order = start; order < end; order++)
            {
                var (first, lineEnd) = (line, lineEnds[order]);
                line = lineEnd;
                if (lineEnd - first < 2 || !days.Contains(dayOf[order]))
                {
                    continue;
                }

                if (lineEnd - first == 2)
                {
                    // Most orders with pairs are these. No branch asks whether it is one: nobody could guess its answer.
                    counts[At(rankOf[products[first]], rankOf[products[first + 1]])]++;
                }
                else
                {
                    CountPairs(PairedProducts.Of(products.AsSpan(first, lineEnd - first), found), rankOf, counts);
                }
            }
        }
    }

    private static void CountPairs(ReadOnlySpan<int> products, int[] rankOf, int[] counts)
    {
        for (var i = 1; i < products.Length; i++)
        {
            var rank = rankOf[products[i]];
            for (var j = 0; j < i; j++)
            {
                counts[At(rank, rankOf[products[j]])]++;
            }
        }
    }

    /// <summary>
    /// Place of a pair in a triangle: of higher ranks first all with lower ones and then with themselves, which is no pair. The last row
    /// is that of everything without a rank.
    /// </summary>
    private static int At(int one, int other)
    {
        var (low, high) = (Math.Min(one, other), Math.Max(one, other));
        return (high * (high + 1) / 2) + low;
    }

    /// <summary>The pairs in most orders, largest first; among equals the pair of more ordered products.</summary>
    private static (int Low, int High, int Orders)[] Largest(int[] counts, int ranks, int limit)
    {
        var smallest = new PriorityQueue<(int Low, int High, int Orders), (int Orders, int Place)>();
        for (var high = 1; high < ranks; high++)
        {
            for (var low = 0; low < high; low++)
            {
                var at = At(low, high);
                var orders = counts[at];
                if (orders > 0 && smallest.Count < limit)
                {
                    smallest.Enqueue((low, high, orders), (orders, -at));
                }
                else if (orders > 0 && smallest.TryPeek(out _, out var least) && orders > least.Orders)
                {
                    smallest.EnqueueDequeue((low, high, orders), (orders, -at));
                }
            }
        }

        var pairs = new (int, int, int)[smallest.Count];
        for (var i = pairs.Length - 1; i >= 0; i--)
        {
            pairs[i] = smallest.Dequeue();
        }

        return pairs;
    }

    private static ProductPair PairOf(SalesLedger ledger, ProductTallies tallies, int first, int second, int orders)
    {
        var ids = ledger.Codes.Products;
        return new ProductPair(ids.IdOf(first), ids.IdOf(second), orders, tallies.Of[first].Orders, tallies.Of[second].Orders, tallies.OrdersWithProducts);
    }
}
