namespace XSight.Analytics.Sales;

/// <summary>One product's sales while a scan adds them up; everything that a line touches lies in one line of the cache.</summary>
internal struct ProductTally
{
    public long Net;
    public long Quantity;
    public int Orders;
    public int Buyers;
    private int _lastOrder;
    private int _lastBuyer;

    /// <summary>Counts the product once for its order and once for its customer.</summary>
    /// <param name="order">Its number in the arena, plus one.</param>
    /// <param name="customer">The number of the customer's row, plus one; 0 for nobody.</param>
    public void Add(long net, int quantity, int order, int customer)
    {
        Net += net;
        Quantity += quantity;
        if (_lastOrder == order)
        {
            return;
        }

        _lastOrder = order;
        Orders++;
        if (customer != 0 && _lastBuyer != customer)
        {
            _lastBuyer = customer;
            Buyers++;
        }
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
