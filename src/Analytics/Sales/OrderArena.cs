namespace XSight.Analytics.Sales;

/// <summary>
/// Orders as parallel arrays that are only ever appended to, with their lines and refunds beside. An order's lines end at
/// <see cref="LineEnds"/> and begin where those of the order before it in the arena end; refunds alike.
/// </summary>
internal sealed class OrderArena
{
    private const int BytesPerOrder = (4 * sizeof(long)) + (3 * sizeof(int)) + sizeof(SaleKind) + (3 * sizeof(ushort));
    private const int BytesPerLine = sizeof(long) + (2 * sizeof(int));
    private const int BytesPerRefund = sizeof(long) + sizeof(int);

    public OrderArena(int orders, int lines, int refunds)
    {
        Ids = new long[orders];
        Times = new long[orders];
        Gross = new long[orders];
        Net = new long[orders];
        Days = new int[orders];
        LineEnds = new int[orders];
        RefundEnds = new int[orders];
        Kinds = new SaleKind[orders];
        Sources = new ushort[orders];
        Countries = new ushort[orders];
        Discounts = new ushort[orders];
        LineProducts = new int[lines];
        LineQuantities = new int[lines];
        LineNets = new long[lines];
        RefundDays = new int[refunds];
        RefundAmounts = new long[refunds];
    }

    public int Count { get; private set; }

    public int Lines { get; private set; }

    public int Refunds { get; private set; }

    public long[] Ids { get; private set; }

    /// <summary>UTC epoch milliseconds.</summary>
    public long[] Times { get; private set; }

    public long[] Gross { get; private set; }

    public long[] Net { get; private set; }

    public int[] Days { get; private set; }

    public int[] LineEnds { get; private set; }

    public int[] RefundEnds { get; private set; }

    public SaleKind[] Kinds { get; private set; }

    public ushort[] Sources { get; private set; }

    public ushort[] Countries { get; private set; }

    public ushort[] Discounts { get; private set; }

    public int[] LineProducts { get; private set; }

    public int[] LineQuantities { get; private set; }

    public long[] LineNets { get; private set; }

    public int[] RefundDays { get; private set; }

    public long[] RefundAmounts { get; private set; }

    public long Bytes => ((long)Ids.Length * BytesPerOrder) + ((long)LineNets.Length * BytesPerLine) + ((long)RefundDays.Length * BytesPerRefund);

    public int LineStart(int order) => order == 0 ? 0 : LineEnds[order - 1];

    public int RefundStart(int order) => order == 0 ? 0 : RefundEnds[order - 1];

    /// <summary>The last day of neighbouring orders and their refunds.</summary>
    public int LastDay(int start, int count)
    {
        var last = int.MinValue;
        foreach (var day in Days.AsSpan(start, count))
        {
            last = Math.Max(last, day);
        }

        for (var refund = RefundStart(start); refund < RefundEnds[start + count - 1]; refund++)
        {
            last = Math.Max(last, RefundDays[refund]);
        }

        return last;
    }

    /// <summary>How many of neighbouring orders are counted, where those come first.</summary>
    public int CountedOf(int start, int count)
    {
        var counted = Kinds.AsSpan(start, count).IndexOfAnyExcept(SaleKind.Counted);
        return counted < 0 ? count : counted;
    }

    public void Append(SaleOrder order, SaleCodes codes)
    {
        Reserve(1, order.Lines.Length, order.Refunds.Length);
        foreach (var line in order.Lines)
        {
            LineProducts[Lines] = codes.Products.CodeOf(line.ProductId);
            LineQuantities[Lines] = line.Quantity;
            LineNets[Lines++] = line.NetMinor;
        }

        foreach (var refund in order.Refunds)
        {
            RefundDays[Refunds] = refund.Day;
            RefundAmounts[Refunds++] = refund.AmountMinor;
        }

        var at = Count++;
        Ids[at] = order.OrderId;
        Times[at] = order.ProcessedAtMs;
        Gross[at] = order.GrossMinor;
        Net[at] = order.NetMinor;
        Days[at] = order.Day;
        Kinds[at] = order.Kind;
        Sources[at] = codes.Sources.CodeOf(order.Source);
        Countries[at] = codes.Countries.CodeOf(order.Country);
        Discounts[at] = codes.Discounts.CodeOf(order.Discount);
        LineEnds[at] = Lines;
        RefundEnds[at] = Refunds;
    }

    /// <summary>Takes over neighbouring orders of another arena, in their sequence.</summary>
    public void Append(OrderArena source, int start, int count)
    {
        if (count == 0)
        {
            return;
        }

        var (lineStart, refundStart) = (source.LineStart(start), source.RefundStart(start));
        var lines = source.LineEnds[start + count - 1] - lineStart;
        var refunds = source.RefundEnds[start + count - 1] - refundStart;
        Reserve(count, lines, refunds);
        Array.Copy(source.Ids, start, Ids, Count, count);
        Array.Copy(source.Times, start, Times, Count, count);
        Array.Copy(source.Gross, start, Gross, Count, count);
        Array.Copy(source.Net, start, Net, Count, count);
        Array.Copy(source.Days, start, Days, Count, count);
        Array.Copy(source.Kinds, start, Kinds, Count, count);
        Array.Copy(source.Sources, start, Sources, Count, count);
        Array.Copy(source.Countries, start, Countries, Count, count);
        Array.Copy(source.Discounts, start, Discounts, Count, count);
        Array.Copy(source.LineProducts, lineStart, LineProducts, Lines, lines);
        Array.Copy(source.LineQuantities, lineStart, LineQuantities, Lines, lines);
        Array.Copy(source.LineNets, lineStart, LineNets, Lines, lines);
        Array.Copy(source.RefundDays, refundStart, RefundDays, Refunds, refunds);
        Array.Copy(source.RefundAmounts, refundStart, RefundAmounts, Refunds, refunds);
        for (var i = 0; i < count; i++)
        {
            LineEnds[Count + i] = source.LineEnds[start + i] - lineStart + Lines;
            RefundEnds[Count + i] = source.RefundEnds[start + i] - refundStart + Refunds;
        }

        Count += count;
        Lines += lines;
        Refunds += refunds;
    }

    /// <summary>Takes over all orders of another arena in another sequence.</summary>
    public void Append(OrderArena source, ReadOnlySpan<int> orders)
    {
        Reserve(orders.Length, source.Lines, source.Refunds);
        Gather(source.Ids, orders, Ids.AsSpan(Count));
        Gather(source.Times, orders, Times.AsSpan(Count));
        Gather(source.Gross, orders, Gross.AsSpan(Count));
        Gather(source.Net, orders, Net.AsSpan(Count));
        Gather(source.Days, orders, Days.AsSpan(Count));
        Gather(source.Kinds, orders, Kinds.AsSpan(Count));
        Gather(source.Sources, orders, Sources.AsSpan(Count));
        Gather(source.Countries, orders, Countries.AsSpan(Count));
        Gather(source.Discounts, orders, Discounts.AsSpan(Count));
        foreach (var order in orders)
        {
            for (var line = source.LineStart(order); line < source.LineEnds[order]; line++)
            {
                LineProducts[Lines] = source.LineProducts[line];
                LineQuantities[Lines] = source.LineQuantities[line];
                LineNets[Lines++] = source.LineNets[line];
            }

            for (var refund = source.RefundStart(order); refund < source.RefundEnds[order]; refund++)
            {
                RefundDays[Refunds] = source.RefundDays[refund];
                RefundAmounts[Refunds++] = source.RefundAmounts[refund];
            }

            LineEnds[Count] = Lines;
            RefundEnds[Count++] = Refunds;
        }
    }

    private static void Gather<T>(T[] source, ReadOnlySpan<int> orders, Span<T> target)
    {
        for (var i = 0; i < orders.Length; i++)
        {
            target[i] = source[orders[i]];
        }
    }

    private void Reserve(int orders, int lines, int refunds)
    {
        if (Count + orders > Ids.Length)
        {
            var capacity = Grown(Ids.Length, Count + orders);
            Ids = Resized(Ids, capacity);
            Times = Resized(Times, capacity);
            Gross = Resized(Gross, capacity);
            Net = Resized(Net, capacity);
            Days = Resized(Days, capacity);
            LineEnds = Resized(LineEnds, capacity);
            RefundEnds = Resized(RefundEnds, capacity);
            Kinds = Resized(Kinds, capacity);
            Sources = Resized(Sources, capacity);
            Countries = Resized(Countries, capacity);
            Discounts = Resized(Discounts, capacity);
        }

        if (Lines + lines > LineNets.Length)
        {
            var capacity = Grown(LineNets.Length, Lines + lines);
            LineProducts = Resized(LineProducts, capacity);
            LineQuantities = Resized(LineQuantities, capacity);
            LineNets = Resized(LineNets, capacity);
        }

        if (Refunds + refunds > RefundDays.Length)
        {
            var capacity = Grown(RefundDays.Length, Refunds + refunds);
            RefundDays = Resized(RefundDays, capacity);
            RefundAmounts = Resized(RefundAmounts, capacity);
        }
    }

    private static int Grown(int capacity, int needed) => Math.Max(needed, capacity + (capacity / 2));

    private static T[] Resized<T>(T[] column, int capacity)
    {
        Array.Resize(ref column, capacity);
        return column;
    }
}
