namespace XSight.Analytics.Sales;

/// <summary>Customers who began with one product, and what they spent since, while a scan adds them up.</summary>
internal struct FirstProductTally
{
    public int Customers;
    public int Repeaters;
    public long Within;
    public long Later;

    /// <summary>Adds the customer whose counted orders are these.</summary>
    /// <param name="arena">Holds the orders.</param>
    /// <param name="start">The customer's first order.</param>
    /// <param name="end">One after the last.</param>
    /// <param name="lastDay">The last on which an order comes back in time.</param>
    public void Add(OrderArena arena, int start, int end, int lastDay)
    {
        Customers++;
        Repeaters += end - start > 1 && arena.Days[start + 1] <= lastDay ? 1 : 0;
        for (var order = start + 1; order < end; order++)
        {
            Later += arena.Net[order];
            Within += arena.Days[order] <= lastDay ? arena.Net[order] : 0;
        }
    }

    /// <summary>Adds other customers.</summary>
    public void Add(in FirstProductTally other)
    {
        Customers += other.Customers;
        Repeaters += other.Repeaters;
        Within += other.Within;
        Later += other.Later;
    }

    public readonly FirstProductRow ToRow(long productId) => new(productId, Customers, Repeaters, Within, Later);
}
