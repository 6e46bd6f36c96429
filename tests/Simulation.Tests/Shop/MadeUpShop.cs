namespace XSight.Simulation.Tests.Shop;

/// <summary>
/// A shop whose life is chosen by a seed: customers come, order, pay, cancel, get money back, are merged and go. Each change has an
/// instant of its own, as the newest version of a thing must be one, and comes with the webhooks that tell it.
/// </summary>
internal sealed class MadeUpShop(Random random, DateTimeOffset start, long firstId = 1_000)
{
    private const int OrderDaysBack = 400;

    private readonly Dictionary<long, ShopCustomer> _customers = [];
    private readonly Dictionary<long, ShopOrder> _orders = [];
    private DateTimeOffset _now = DateTimeOffset.FromUnixTimeMilliseconds(start.ToUnixTimeMilliseconds()); // a database keeps milliseconds
    private long _ids;
    private int _webhooks;

    public IReadOnlyDictionary<long, ShopCustomer> Customers => _customers;

    public IReadOnlyDictionary<long, ShopOrder> Orders => _orders;

    /// <summary>Whether some changes are told by webhooks that only say which order or customer to ask for.</summary>
    public bool TellsByPointers { get; init; } = true;

    /// <summary>What happened before anybody listened: only a sync can bring it.</summary>
    public void MakeHistory(int customers, int changes)
    {
        for (var i = 0; i < customers; i++)
        {
            CreateCustomer();
        }

        for (var i = 0; i < changes; i++)
        {
            Change();
        }
    }

    /// <summary>Something happens; the webhooks of it, of which one may tell as much as another.</summary>
    public IReadOnlyList<Delivery> Change()
    {
        _now += TimeSpan.FromMilliseconds(random.Next(1, 90_000));
        var living = _orders.Values.Where(o => !o.Deleted).ToList();
        return random.Next(living.Count == 0 ? 6 : 20) switch
        {
            0 => CreateCustomer(),
            1 => UpdateCustomer(),
            2 => MergeCustomers(),
            3 => DeleteCustomer(),
            4 or 5 => CreateOrder(),
            6 or 7 or 8 => CreateOrder(),
            9 or 10 => Told(Keep(Pick(living) with { Status = "paid" }), "orders/paid"),
            11 or 12 => Cancel(Pick(living)),
            13 or 14 => Refund(Pick(living)),
            15 or 16 => Edit(Pick(living)),
            17 => Delete(Pick(living)),
            _ => Told(Keep(Pick(living) with { Test = random.Next(4) == 0 }), "orders/updated"),
        };
    }

    /// <summary>Something that changes the figures of customers whom its webhook brings no facts of.</summary>
    public IReadOnlyList<Delivery> LastChange()
    {
        _now += TimeSpan.FromSeconds(1);
        var living = _orders.Values.Where(o => o is { Deleted: false, CustomerId: not null }).ToList();
        return living.Count > 0 && random.Next(2) == 0 ? Delete(Pick(living)) : MergeCustomers();
    }

    /// <summary>A body that says nothing that can be read.</summary>
    public Delivery Poison() => New(
        random.Next(2) == 0 ? "orders/create" : "customers/update",
        random.Next(3) switch
        {
            0 => "{\"id\": \"no number\"}"u8.ToArray(),
            1 => "{\"id\": 12, "u8.ToArray(),
            _ => "[]"u8.ToArray(),
        });

    private IReadOnlyList<Delivery> CreateCustomer()
    {
        var customer = new ShopCustomer(NewId(), _now, _now, NewName());
        _customers.Add(customer.Id, customer);
        return [New("customers/create", ShopJson.Customer(customer))];
    }

    private IReadOnlyList<Delivery> UpdateCustomer()
    {
        if (PickCustomer() is not { } known)
        {
            return CreateCustomer();
        }

        var customer = known with { UpdatedAt = _now, FirstName = NewName() };
        _customers[customer.Id] = customer;
        return TellsByPointers && random.Next(3) == 0
            ? [New("customer.tags_added", ShopJson.Pointer(new { customerId = ShopJson.Gid("Customer", customer.Id), tags = new[] { "vip" } }))]
            : [New("customers/update", ShopJson.Customer(customer))];
    }

    private IReadOnlyList<Delivery> MergeCustomers()
    {
        var (kept, gone) = (PickCustomer(), PickCustomer());
        if (kept is null || gone is null || kept == gone)
        {
            return UpdateCustomer();
        }

        _customers[gone.Id] = gone with { Gone = true };
        foreach (var order in _orders.Values.Where(o => o.CustomerId == gone.Id).ToList())
        {
            _orders[order.Id] = order with { CustomerId = kept.Id };
        }

        return
        [
            New("customers/merge", ShopJson.Pointer(new
            {
                admin_graphql_api_customer_kept_id = ShopJson.Gid("Customer", kept.Id),
                admin_graphql_api_customer_deleted_id = ShopJson.Gid("Customer", gone.Id),
                status = "completed",
            })),
        ];
    }

    /// <summary>A shop deletes only customers who never ordered.</summary>
    private IReadOnlyList<Delivery> DeleteCustomer()
    {
        if (PickCustomer() is not { } customer || _orders.Values.Any(o => o.CustomerId == customer.Id))
        {
            return UpdateCustomer();
        }

        _customers[customer.Id] = customer with { Gone = true };
        return [New("customers/delete", ShopJson.Pointer(new { id = customer.Id }))];
    }

    private IReadOnlyList<Delivery> CreateOrder()
    {
        var buyer = random.Next(8) == 0 ? null : PickCustomer();
        var gross = random.Next(100, 30_000);
        var placed = _now - TimeSpan.FromMinutes(random.Next(OrderDaysBack * 24 * 60));
        var order = new ShopOrder(NewId(), buyer?.Id, placed, _now, gross, gross) { Status = random.Next(4) == 0 ? "pending" : "paid", Test = random.Next(20) == 0 };
        return Told(Keep(order), "orders/create");
    }

    private IReadOnlyList<Delivery> Cancel(ShopOrder order) => Told(Keep(order with { CancelledAt = _now }), "orders/cancelled");

    private IReadOnlyList<Delivery> Refund(ShopOrder order)
    {
        var refunded = Keep(order with { NetMinor = random.NextInt64(order.NetMinor + 1), Status = "partially_refunded" });
        return Told(refunded, "orders/updated", New("refunds/create", ShopJson.Pointer(new { id = NewId(), order_id = order.Id })));
    }

    private IReadOnlyList<Delivery> Edit(ShopOrder order)
    {
        var amount = random.Next(100, 30_000);
        var edited = Keep(order with { GrossMinor = amount, NetMinor = amount });
        return Told(edited, "orders/updated", New("orders/edited", ShopJson.Pointer(new { order_edit = new { order_id = order.Id } })));
    }

    private IReadOnlyList<Delivery> Delete(ShopOrder order)
    {
        Keep(order with { Deleted = true });
        return [New("orders/delete", ShopJson.Pointer(new { id = order.Id }))];
    }

    /// <summary>By a body with the whole order, by a pointer at it, or by both.</summary>
    private IReadOnlyList<Delivery> Told(ShopOrder order, string topic, Delivery? pointer = null)
    {
        var whole = New(topic, ShopJson.Order(order, order.CustomerId is { } id ? _customers[id] : null));
        return (TellsByPointers ? pointer : null, random.Next(3)) switch
        {
            ({ } only, 0) => [only],
            ({ } also, 1) => [whole, also],
            (_, 2) => [whole, whole with { WebhookId = NewWebhookId(), Topic = "orders/updated" }],
            _ => [whole],
        };
    }

    private ShopOrder Keep(ShopOrder order) => _orders[order.Id] = order with { UpdatedAt = _now };

    private Delivery New(string topic, byte[] body) => new(NewWebhookId(), topic, body, _now);

    private long NewId() => firstId + ++_ids;

    private string NewWebhookId() => $"webhook-{firstId}-{++_webhooks}";

    private string NewName() => $"Name {random.Next(1_000)}";

    private ShopCustomer? PickCustomer()
    {
        var here = _customers.Values.Where(c => !c.Gone).ToList();
        return here.Count == 0 ? null : Pick(here);
    }

    private T Pick<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
}
