namespace XSight.Analytics.Sales;

/// <summary>One product's sales while a scan adds them up; everything that a line touches lies in one line of the cache.</summary>
internal struct ProductTally
{
    public long Net;
    public long Quantity;
    public int Orders;
    public int Buyers;
    private int _lastOrder;

    /// <summary>Of no order yet.</summary>
    public static ProductTally Empty => new() { _lastOrder = -1 };

    /// <summary>Counts the product once for its order and once for its customer, whose orders are neighbours and come one after another.</summary>
    /// <param name="net">Of the line.</param>
    /// <param name="quantity">Of the line.</param>
    /// <param name="order">Its number in the arena.</param>
    /// <param name="firstOrder">The number of the buyer's first.</param>
    /// <param name="customers">1 for a customer's order, 0 for one of nobody.</param>
    public void Add(long net, int quantity, int order, int firstOrder, int customers)
    {
        Net += net;
        Quantity += quantity;
        if (_lastOrder == order)
        {
            return;
        }

        var boughtBefore = _lastOrder >= firstOrder && _lastOrder < order;
        Orders++;
        Buyers += boughtBefore ? 0 : customers;
        _lastOrder = order;
    }

    /// <summary>Adds what other buyers bought of the same product.</summary>
    public void Add(in ProductTally other)
    {
        Net += other.Net;
        Quantity += other.Quantity;
        Orders += other.Orders;
        Buyers += other.Buyers;
    }
}
