namespace XSight.ShopifySimulator;

/// <summary>A line of an order. After discounts, the lines of an order add up to its total.</summary>
internal sealed record LineItem(long Id, Order Order, Product Product, int Quantity, Money Discounted, Money Discount)
{
    private const int LinesMax = 6;
    private const int QuantityMax = 4;
    private const int IdsPerOrder = 8;

    public Money Original => new(Discounted.Minor + Discount.Minor, Discounted.Currency);

    /// <summary>The price of one before discounts, rounded down to a minor unit; REST and GraphQL round alike.</summary>
    public Money OriginalUnit => new(Original.Minor / Quantity, Discounted.Currency);

    public static IReadOnlyList<LineItem> Of(Store store, Order order)
    {
        var random = StableRandom.For(store.Seed, order.Id, Purpose.LineItems);
        var total = order.Total.Minor;
        var count = LinesFor(total, store.Currency, ref random);
        var discounted = order.Detail.DiscountCodes.Count > 0;
        var lines = new LineItem[count];
        var left = total;
        for (var i = 0; i < count; i++)
        {
            var part = i == count - 1 ? left : Part(left, count - i, ref random);
            left -= part;
            lines[i] = new LineItem(
                unchecked(order.Id * IdsPerOrder + i) & long.MaxValue,
                order,
                store.Catalogue.Draw(ref random),
                QuantityFor(part, ref random),
                new Money(part, store.Currency),
                new Money(discounted ? part * OrderDetail.DiscountPercent / (100 - OrderDetail.DiscountPercent) : 0, store.Currency));
        }

        return lines;
    }

    /// <summary>About one line for every fifteen units of money.</summary>
    private static int LinesFor(long total, Currency currency, ref StableRandom random)
    {
        if (total <= 0)
        {
            return 1;
        }

        var expected = 1 + (int)Math.Min(LinesMax, total / (15 * currency.MinorPerMajor));
        return Math.Clamp(1 + random.Next(expected), 1, (int)Math.Min(LinesMax, total));
    }

    /// <summary>A share of what is left that leaves at least one minor unit for each line to come.</summary>
    private static long Part(long left, int lines, ref StableRandom random)
    {
        var even = left / lines;
        var part = (long)(even * (0.5 + random.NextDouble()));
        return Math.Clamp(part, 1, left - (lines - 1));
    }

    private static int QuantityFor(long part, ref StableRandom random)
    {
        var wanted = random.Chance(0.85) ? 1 : 2 + random.Next(QuantityMax - 1);
        return part % wanted == 0 ? wanted : 1;
    }
}
