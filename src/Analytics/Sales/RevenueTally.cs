namespace XSight.Analytics.Sales;

/// <summary>Sales of one period while a scan adds them up, minor units.</summary>
internal struct RevenueTally
{
    public long Gross;
    public long Refunds;
    public long NewNet;
    public long ReturningNet;
    public int Orders;
    public int AnonymousOrders;
    public int NewCustomers;
    public int ReturningCustomers;

    /// <summary>The first day of the period: whose first order is not before it is new in it.</summary>
    public int FromDay;

    /// <summary>Adds an order of a customer or, where <paramref name="firstDay"/> is null, of nobody.</summary>
    public void AddOrder(int? firstDay, long gross, long reduction)
    {
        Gross += gross;
        Orders++;
        AnonymousOrders += firstDay is null ? 1 : 0;
        Reduce(firstDay, reduction);
        AddNet(firstDay, gross);
    }

    public void Reduce(int? firstDay, long amount)
    {
        Refunds += amount;
        AddNet(firstDay, -amount);
    }

    /// <summary>Once for each customer with an order in the period.</summary>
    public void AddCustomer(int firstDay)
    {
        if (firstDay >= FromDay)
        {
            NewCustomers++;
        }
        else
        {
            ReturningCustomers++;
        }
    }

    /// <summary>Adds what another tally has of the same period.</summary>
    public void Add(in RevenueTally other)
    {
        Gross += other.Gross;
        Refunds += other.Refunds;
        NewNet += other.NewNet;
        ReturningNet += other.ReturningNet;
        Orders += other.Orders;
        AnonymousOrders += other.AnonymousOrders;
        NewCustomers += other.NewCustomers;
        ReturningCustomers += other.ReturningCustomers;
    }

    public readonly RevenueRow ToRow(DayRange days) => new(days.From, days.To, new RevenueFigures
    {
        GrossMinor = Gross,
        RefundsMinor = Refunds,
        Orders = Orders,
        NewCustomers = NewCustomers,
        ReturningCustomers = ReturningCustomers,
        NewNetMinor = NewNet,
        ReturningNetMinor = ReturningNet,
        AnonymousOrders = AnonymousOrders,
    });

    private void AddNet(int? firstDay, long amount)
    {
        if (firstDay >= FromDay)
        {
            NewNet += amount;
        }
        else if (firstDay is not null)
        {
            ReturningNet += amount;
        }
    }
}
