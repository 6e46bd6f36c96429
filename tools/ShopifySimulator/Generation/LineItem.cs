namespace XSight.ShopifySimulator;

/// <summary>A line of an order. After discounts, the lines of an order add up to its total, and each piece of a line costs the same.</summary>
/// <param name="CurrentQuantity">Pieces that were not taken back.</param>
internal sealed record LineItem(long Id, Order Order, Product Product, int Quantity, int CurrentQuantity, Money Discounted, Money Discount)
{
    private const int LinesMax = 6;
    private const int QuantityMax = 4;
    private const int IdsPerOrder = 8;

    public Money Original => new(Discounted.Minor + Discount.Minor, Discounted.Currency);

    /// <summary>The price of one before discounts.</summary>
    public Money OriginalUnit => new(Original.Minor / Quantity, Discounted.Currency);

    /// <summary>What the pieces left cost after discounts.</summary>
    public Money Current => PriceOf(CurrentQuantity);

    public Money PriceOf(int pieces) => new(Discounted.Minor / Quantity * pieces, Discounted.Currency);

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
            var product = store.Catalogue.Draw(ref random);
            var quantity = QuantityFor(part, ref random);
            var discount = discounted ? part * OrderDetail.DiscountPercent / (100 - OrderDetail.DiscountPercent) / quantity * quantity : 0;
            lines[i] = new LineItem(
                unchecked(order.Id * IdsPerOrder + i) & long.MaxValue,
                order,
                product,
                quantity,
                order.IsCancelled ? 0 : quantity - order.TakenBack(i),
                new Money(part, store.Currency),
                new Money(discount, store.Currency));
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
