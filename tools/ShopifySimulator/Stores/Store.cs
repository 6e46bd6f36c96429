namespace XSight.ShopifySimulator;

/// <summary>
/// One shop: its settings, customers and orders. Whoever reads or changes the tables holds <see cref="Gate"/>; a page or a chunk of a bulk
/// file takes it for milliseconds.
/// </summary>
internal sealed class Store
{
    public Store(StoreOptions options, ulong seed, TimeProvider time, CustomerTable customers, OrderTable orders)
    {
        Options = options;
        Seed = seed;
        Time = time;
        Customers = customers;
        Orders = orders;
        Clock = new ShopClock(options.Zone);
        Catalogue = new Catalogue(seed, options.Currency);
        ShopId = ExternalId.From(options.Domain) & int.MaxValue;
        CreatedAt = orders.Rows > 0 ? Clock.ToInstant(Clock.ToLocal(orders.ProcessedAt[0]).Date) : time.GetUtcNow().ToUnixTimeSeconds();
        NextId = Math.Max(LargestId(customers.Id), LargestId(orders.Id)) + 1;
    }

    public Lock Gate { get; } = new();

    public StoreOptions Options { get; }

    public string Domain => Options.Domain;

    public Currency Currency => Options.Currency;

    public ulong Seed { get; }

    public TimeProvider Time { get; }

    public ShopClock Clock { get; }

    public Catalogue Catalogue { get; }

    public CustomerTable Customers { get; }

    public OrderTable Orders { get; }

    public long ShopId { get; }

    public long CreatedAt { get; }

    /// <summary>The id that the next customer, order or refund gets: above all others, so that ids keep growing.</summary>
    public long NextId { get; private set; }

    public long Now => Time.GetUtcNow().ToUnixTimeSeconds();

    public long TakeId() => NextId++;

    public Order OrderAt(int row) => new(this, row);

    public Customer CustomerAt(int row) => new(this, row);

    public Order? FindOrder(long id)
    {
        var row = Find(Orders.ById, Orders.Id, id);
        return row >= 0 && !Orders.Flags[row].HasFlag(OrderFlags.Deleted) ? OrderAt(row) : null;
    }

    public Customer? FindCustomer(long id)
    {
        var row = Find(Customers.ById, Customers.Id, id);
        return row >= 0 && !Customers.Deleted.Contains(row) ? CustomerAt(row) : null;
    }

    /// <summary>Appends an order to its customer's chain and returns its row.</summary>
    public int AddOrder(long id, int customer, long processedAt, long updatedAt, long total, OrderFlags flags)
    {
        var row = Orders.Add(id, customer, processedAt, updatedAt, total, flags);
        Chain(Customers, Orders, customer, row);
        return row;
    }

    public static void Chain(CustomerTable customers, OrderTable orders, int customer, int row)
    {
        if (customer == OrderTable.NoCustomer)
        {
            return;
        }

        if (customers.LastOrder[customer] is var last && last != OrderTable.EndOfChain)
        {
            orders.NextOfCustomer[last] = row;
        }
        else
        {
            customers.FirstOrder[customer] = row;
        }

        customers.LastOrder[customer] = row;
    }

    private static int Find(SortedRows byId, List<long> ids, long id)
    {
        var position = byId.LowerBound(id, id);
        return position < byId.Count && ids[byId[position]] == id ? byId[position] : -1;
    }

    private static long LargestId(List<long> ids)
    {
        var largest = 0L;
        foreach (var id in ids)
        {
            largest = Math.Max(largest, id);
        }

        return largest;
    }
}
