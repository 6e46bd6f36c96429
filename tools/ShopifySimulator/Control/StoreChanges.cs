namespace XSight.ShopifySimulator;

/// <summary>Makes changes to a store's data and tells them as webhooks, as Shopify would.</summary>
internal sealed class StoreChanges(Store store)
{
    /// <exception cref="StoreChangeException">The change cannot happen.</exception>
    public IReadOnlyList<WebhookMessage> Apply(StoreChange change)
    {
        lock (store.Gate)
        {
            return change.Do switch
            {
                "orders/create" => CreateOrder(change),
                "orders/updated" => UpdateOrder(change),
                "orders/edited" => EditOrder(change),
                "orders/cancelled" => CancelOrder(change),
                "orders/delete" => DeleteOrder(change),
                "refunds/create" => Refund(change),
                "customers/create" => CreateCustomer(change),
                "customers/update" => UpdateCustomer(change),
                "customers/delete" => DeleteCustomer(change),
                _ => throw new StoreChangeException($"'{change.Do}' is not a change that the simulator knows."),
            };
        }
    }

    private IReadOnlyList<WebhookMessage> CreateOrder(StoreChange change)
    {
        var customer = CustomerOf(change);
        var now = store.Now;
        var total = store.Currency.ToMinor(change.Amount ?? throw new StoreChangeException("A new order needs an amount."));
        var row = store.AddOrder(store.TakeId(), customer?.Row ?? OrderTable.NoCustomer, now, now, total, change.Test ? OrderFlags.Test : OrderFlags.None);
        Edit(row, change);
        if (customer is not null)
        {
            store.Customers.Touch(customer.Row, Later(customer.UpdatedAt));
        }

        var order = store.OrderAt(row);
        return order.FinancialStatus == "PAID" ? Tell(order, "orders/create", "orders/paid") : Tell(order, "orders/create");
    }

    private IReadOnlyList<WebhookMessage> UpdateOrder(StoreChange change)
    {
        var order = OrderOf(change);
        Edit(order.Row, change);
        Touch(order);
        return Tell(order, "orders/updated");
    }

    private IReadOnlyList<WebhookMessage> CancelOrder(StoreChange change)
    {
        var order = OrderOf(change);
        if (order.IsCancelled)
        {
            throw new StoreChangeException($"Order {order.Name} is cancelled already.");
        }

        store.Orders.Flags[order.Row] |= OrderFlags.Cancelled;
        Touch(order);
        var edits = store.Orders.EditsOf(order.Row);
        edits.CancelledAt = order.UpdatedAt;
        edits.CancelReason = "CUSTOMER";
        edits.FinancialStatus = null;
        return Tell(order, "orders/cancelled", "orders/updated");
    }

    private IReadOnlyList<WebhookMessage> DeleteOrder(StoreChange change)
    {
        var order = OrderOf(change);
        store.Orders.Delete(order.Row);
        return [WebhookMessage.Of(store, "orders/delete", writer => WebhookPayloads.Deleted(writer, order.Id))];
    }

    /// <summary>A refund of pieces gives back what they cost; one of an amount alone takes nothing back, unless it is all that is left.</summary>
    private IReadOnlyList<WebhookMessage> Refund(StoreChange change)
    {
        var order = OrderOf(change);
        var pieces = change.Pieces is { } wanted ? LineOf(order, change.Line, wanted).PriceOf(wanted).Minor : default(long?);
        var amount = change.Amount is { } told ? store.Currency.ToMinor(told) : pieces ?? throw new StoreChangeException("A refund needs an amount or pieces.");
        if (amount <= 0 || amount > order.CurrentTotal.Minor)
        {
            throw new StoreChangeException($"Order {order.Name} has {order.CurrentTotal.ToRest()} left to refund.");
        }

        var whole = amount == order.CurrentTotal.Minor;
        Touch(order);
        var refund = new Refund(store.TakeId(), order, order.UpdatedAt, amount, change.Note);
        var edits = store.Orders.EditsOf(order.Row);
        edits.Refunds.Add(refund);
        edits.FinancialStatus = null;
        if (whole)
        {
            TakeAllBack(order, edits);
        }
        else if (change.Pieces is { } back)
        {
            edits.TakeBack(change.Line, back);
        }

        return [WebhookMessage.Of(store, "refunds/create", writer => WebhookPayloads.Refund(writer, refund)), .. Tell(order, "orders/updated")];
    }

    private IReadOnlyList<WebhookMessage> EditOrder(StoreChange change)
    {
        var order = OrderOf(change);
        var pieces = change.Pieces ?? throw new StoreChangeException("An edit needs the number of pieces to remove.");
        var line = LineOf(order, change.Line, pieces);
        Touch(order);
        var edits = store.Orders.EditsOf(order.Row);
        edits.TakeBack(change.Line, pieces);
        edits.RemovedMinor += line.PriceOf(pieces).Minor;
        return [WebhookMessage.Of(store, "orders/edited", writer => WebhookPayloads.Edited(writer, order, line, pieces)), .. Tell(order, "orders/updated")];
    }

    private static LineItem LineOf(Order order, int place, int pieces)
    {
        var line = place >= 0 && place < order.LineItems.Count ? order.LineItems[place] : throw new StoreChangeException($"Order {order.Name} has no line {place}.");
        return pieces > 0 && pieces <= line.CurrentQuantity
            ? line
            : throw new StoreChangeException($"Line {place} of order {order.Name} has {line.CurrentQuantity} pieces left.");
    }

    private static void TakeAllBack(Order order, OrderEdits edits)
    {
        var lines = order.LineItems;
        for (var i = 0; i < lines.Count; i++)
        {
            edits.TakenBack[i] = lines[i].Quantity;
        }
    }

    private IReadOnlyList<WebhookMessage> CreateCustomer(StoreChange change)
    {
        var row = store.Customers.Add(store.TakeId(), store.Now, store.Now);
        Edit(store.Customers.EditsOf(row), change);
        return Tell(store.CustomerAt(row), "customers/create");
    }

    private IReadOnlyList<WebhookMessage> UpdateCustomer(StoreChange change)
    {
        var customer = CustomerOf(change with { CustomerId = change.CustomerId ?? change.Id }) ?? throw new StoreChangeException("Which customer is to be changed?");
        Edit(store.Customers.EditsOf(customer.Row), change);
        store.Customers.Touch(customer.Row, Later(customer.UpdatedAt));
        return Tell(customer, "customers/update");
    }

    private IReadOnlyList<WebhookMessage> DeleteCustomer(StoreChange change)
    {
        var customer = CustomerOf(change with { CustomerId = change.CustomerId ?? change.Id }) ?? throw new StoreChangeException("Which customer is to be deleted?");
        if (customer.Orders.Any())
        {
            throw new StoreChangeException("A customer with orders cannot be deleted, only redacted.");
        }

        store.Customers.Deleted.Add(customer.Row);
        return [WebhookMessage.Of(store, "customers/delete", writer => WebhookPayloads.DeletedCustomer(writer, customer.Id))];
    }

    private Order OrderOf(StoreChange change) =>
        store.FindOrder(change.Id ?? throw new StoreChangeException($"{change.Do} needs the id of an order."))
        ?? throw new StoreChangeException($"There is no order {change.Id}.");

    private Customer? CustomerOf(StoreChange change)
    {
        if (change.CustomerIndex is { } index && store.Customers.Rows > 0)
        {
            return store.CustomerAt((int)((uint)index % (uint)store.Customers.Rows));
        }

        return change.CustomerId is { } id
            ? store.FindCustomer(id) ?? throw new StoreChangeException($"There is no customer {id}.")
            : null;
    }

    private void Edit(int orderRow, StoreChange change)
    {
        if (change.Tags is null && change.Note is null && change.FinancialStatus is null)
        {
            return;
        }

        var edits = store.Orders.EditsOf(orderRow);
        edits.Tags = change.Tags ?? edits.Tags;
        edits.Note = change.Note ?? edits.Note;
        edits.FinancialStatus = change.FinancialStatus ?? edits.FinancialStatus;
    }

    private static void Edit(CustomerEdits edits, StoreChange change)
    {
        edits.FirstName = change.FirstName ?? edits.FirstName;
        edits.LastName = change.LastName ?? edits.LastName;
        edits.Email = change.Email ?? edits.Email;
        edits.Tags = change.Tags ?? edits.Tags;
    }

    private void Touch(Order order) => store.Orders.Touch(order.Row, Later(order.UpdatedAt));

    /// <summary>Now, but never the same second twice: of two states of one thing, it is always clear which is the newer.</summary>
    private long Later(long updatedAt) => Math.Max(store.Now, updatedAt + 1);

    /// <summary>Topics with one cause share the event, as at Shopify.</summary>
    private IReadOnlyList<WebhookMessage> Tell(Order order, params string[] topics) =>
        WebhookMessage.OfOneEvent(store, topics, writer => WebhookPayloads.Order(writer, order));

    private IReadOnlyList<WebhookMessage> Tell(Customer customer, params string[] topics) =>
        WebhookMessage.OfOneEvent(store, topics, writer => WebhookPayloads.Customer(writer, customer));
}
