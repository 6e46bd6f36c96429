namespace XSight.Analytics.Sales;

/// <summary>One page of a list of orders, newest first, and how many the list has.</summary>
/// <param name="limit">Orders of a page.</param>
/// <param name="after">The last order of the page before; null for the first page.</param>
internal sealed class NewestOrders(int limit, SalesOrderCursor? after)
{
    private readonly (long Time, long Id) _after = after is { } cursor ? (cursor.ProcessedAtMs, cursor.OrderId) : (long.MaxValue, long.MaxValue);

    /// <summary>The newest beyond the cursor, the oldest of them on top.</summary>
    private readonly PriorityQueue<(int Order, long Buyer), (long Time, long Id)> _page = new();

    /// <summary>Orders of the list.</summary>
    public int Total { get; private set; }

    /// <summary>Those of them that come after the page before.</summary>
    public int Beyond { get; private set; }

    public void Add(OrderArena arena, int order, long buyer)
    {
        Total++;
        var place = (arena.Times[order], arena.Ids[order]);
        if (place.CompareTo(_after) < 0)
        {
            Beyond++;
            Keep((order, buyer), place);
        }
    }

    /// <summary>Adds what was found elsewhere.</summary>
    public void Add(NewestOrders others)
    {
        Total += others.Total;
        Beyond += others.Beyond;
        foreach (var (order, place) in others._page.UnorderedItems)
        {
            Keep(order, place);
        }
    }

    /// <summary>Empties the page.</summary>
    public (int Order, long Buyer)[] NewestFirst()
    {
        var orders = new (int, long)[_page.Count];
        for (var at = orders.Length - 1; at >= 0; at--)
        {
            orders[at] = _page.Dequeue();
        }

        return orders;
    }

    private void Keep((int Order, long Buyer) order, (long Time, long Id) place)
    {
        if (_page.Count < limit)
        {
            _page.Enqueue(order, place);
        }
        else if (_page.TryPeek(out _, out var oldest) && place.CompareTo(oldest) > 0)
        {
            _page.EnqueueDequeue(order, place);
        }
    }
}
