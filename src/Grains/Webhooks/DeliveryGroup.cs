using System.Collections.Immutable;
using XSight.Storage;

namespace XSight.Grains.Webhooks;

/// <summary>
/// Deliveries of one batch that concern one customer, reduced to the newest fact of each entity: they are one turn and one commit.
/// Deliveries without a customer form a group of their own.
/// </summary>
internal sealed class DeliveryGroup(long? customerId)
{
    private readonly Dictionary<long, OrderFact> _orders = [];
    private readonly List<InboxItem> _items = [];

    public long? CustomerId { get; } = customerId;

    public CustomerFact? Customer { get; private set; }

    public IReadOnlyList<InboxItem> Items => _items;

    public ImmutableArray<OrderFact> Orders => [.. _orders.Values];

    public ImmutableArray<long> InboxSeqs => [.. _items.Select(i => i.InboxSeq)];

    public void Add(InboxItem item, OrderFact? order, CustomerFact? customer)
    {
        _items.Add(item);
        if (order is not null && (!_orders.TryGetValue(order.OrderId, out var known) || known.UpdatedAt <= order.UpdatedAt))
        {
            _orders[order.OrderId] = order;
        }

        if (customer is not null && (Customer is null || Customer.UpdatedAt <= customer.UpdatedAt))
        {
            Customer = customer;
        }
    }
}
