namespace XSight.Analytics.Sales;

/// <summary>What a customer's first counted order says of the customer.</summary>
internal static class FirstOrders
{
    /// <summary>The code of its value in a split; <see cref="CodeTable.None"/> and <see cref="ProductTable.Unknown"/> are both 0.</summary>
    public static int CodeOf(SalesLedger ledger, int row, CohortSplit split) => split switch
    {
        CohortSplit.Product => ledger.Rows.FirstProducts[row],
        CohortSplit.Country => ledger.Arena.Countries[ledger.Rows.Starts[row]],
        CohortSplit.Discount => ledger.Arena.Discounts[ledger.Rows.Starts[row]],
        CohortSplit.Source => ledger.Arena.Sources[ledger.Rows.Starts[row]],
        _ => CodeTable.None,
    };

    /// <summary>The known product with the largest net in an order, over all its lines; among equals the one of the first line.</summary>
    public static int MainProduct(OrderArena arena, int order)
    {
        var (start, end) = (arena.LineStart(order), arena.LineEnds[order]);
        var (main, most) = (ProductTable.Unknown, long.MinValue);
        for (var line = start; line < end; line++)
        {
            var product = arena.LineProducts[line];
            if (product == ProductTable.Unknown || product == main)
            {
                continue;
            }

            var net = 0L;
            for (var other = start; other < end; other++)
            {
                net += arena.LineProducts[other] == product ? arena.LineNets[other] : 0;
            }

            if (main == ProductTable.Unknown || net > most)
            {
                (main, most) = (product, net);
            }
        }

        return main;
    }
}
