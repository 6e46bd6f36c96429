using System.Collections.Immutable;

namespace XSight.Analytics.Sales;

/// <summary>
/// Which of the most ordered products are in one order. Pairs of a thousand products fit into two megabytes that stay in the cache;
/// pairs of all would be as many as there are orders.
/// </summary>
internal static class ProductPairs
{
    private const int Unranked = -1;

    public static ImmutableArray<ProductPair> Top(SalesLedger ledger, DayRange days, ProductTallies tallies, int limit)
    {
        var ranked = Enumerable.Range(1, tallies.Of.Length - 1)
            .Where(code => tallies.Of[code].Orders > 0)
            .OrderByDescending(code => tallies.Of[code].Orders)
            .ThenBy(ledger.Codes.Products.IdOf)
            .Take(SalesLimits.PairProductsMax)
            .ToArray();
        var rankOf = new int[tallies.Of.Length];
        Array.Fill(rankOf, Unranked);
        for (var rank = 0; rank < ranked.Length; rank++)
        {
            rankOf[ranked[rank]] = rank;
        }

        var counts = StretchScan.Run(
            ledger,
            () => new int[At(0, ranked.Length)],
            (counts, from, to) => Count(ledger, days, rankOf, counts, from, to),
            Tallies.Add);
        return [.. Largest(counts, limit).Select(at => PairOf(ledger, tallies, ranked, at, counts[at]))];
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
                var lineEnd = lineEnds[order];
                if (lineEnd - line > 1 && days.Contains(dayOf[order]))
                {
                    CountPairs(products.AsSpan(line, lineEnd - line), rankOf, found, counts);
                }

                line = lineEnd;
            }
        }
    }

    private static void CountPairs(ReadOnlySpan<int> products, int[] rankOf, Span<int> found, int[] counts)
    {
        if (products.Length != 2)
        {
            CountPairs(RanksOf(products, rankOf, found), counts);
            return;
        }

        // Most orders with pairs are these.
        var (one, other) = (rankOf[products[0]], rankOf[products[1]]);
        if (one != Unranked && other != Unranked && one != other)
        {
            counts[At(Math.Min(one, other), Math.Max(one, other))]++;
        }
    }

    /// <summary>An order's ranked products, each once, as many as are paired.</summary>
    private static ReadOnlySpan<int> RanksOf(ReadOnlySpan<int> products, int[] rankOf, Span<int> found)
    {
        var count = 0;
        foreach (var product in products)
        {
            var rank = rankOf[product];
            if (rank != Unranked && count < found.Length && !found[..count].Contains(rank))
            {
                found[count++] = rank;
            }
        }

        return found[..count];
    }

    private static void CountPairs(ReadOnlySpan<int> ranks, int[] counts)
    {
        for (var i = 1; i < ranks.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                counts[At(Math.Min(ranks[i], ranks[j]), Math.Max(ranks[i], ranks[j]))]++;
            }
        }
    }

    /// <summary>Place of a pair in a triangle without its diagonal: of higher ranks first all with lower ones.</summary>
    private static int At(int low, int high) => (high * (high - 1) / 2) + low;

    /// <summary>Places of the largest counts, largest first; among equals the pair of more ordered products.</summary>
    private static IEnumerable<int> Largest(int[] counts, int limit)
    {
        var smallest = new PriorityQueue<int, (int Count, int Place)>();
        for (var at = 0; at < counts.Length; at++)
        {
            if (counts[at] == 0)
            {
                continue;
            }

            if (smallest.Count < limit)
            {
                smallest.Enqueue(at, (counts[at], -at));
            }
            else if (smallest.TryPeek(out _, out var least) && counts[at] > least.Count)
            {
                smallest.EnqueueDequeue(at, (counts[at], -at));
            }
        }

        var places = new int[smallest.Count];
        for (var i = places.Length - 1; i >= 0; i--)
        {
            places[i] = smallest.Dequeue();
        }

        return places;
    }

    private static ProductPair PairOf(SalesLedger ledger, ProductTallies tallies, int[] ranked, int at, int orders)
    {
        var high = (int)((1 + Math.Sqrt(1 + (8.0 * at))) / 2);
        var (first, second) = (ranked[at - At(0, high)], ranked[high]);
        var ids = ledger.Codes.Products;
        return new ProductPair(ids.IdOf(first), ids.IdOf(second), orders, tallies.Of[first].Orders, tallies.Of[second].Orders, tallies.OrdersWithProducts);
    }
}
