namespace XSight.ShopifySimulator;

/// <summary>A view of one row of the customer table; the person is derived from seed and id when asked for.</summary>
internal sealed class Customer(Store store, int row)
{
    private Profile? _profile;

    public Store Store => store;

    public int Row => row;

    public long Id => store.Customers.Id[row];

    public long CreatedAt => store.Customers.CreatedAt[row];

    public long UpdatedAt => store.Customers.UpdatedAt[row];

    public string FirstName => Edits?.FirstName ?? Profile.FirstName;

    public string LastName => Edits?.LastName ?? Profile.LastName;

    public string Email => Edits?.Email ?? Profile.Email;

    public string? Phone => Profile.Phone;

    public IReadOnlyList<string> Tags => Edits?.Tags ?? Profile.Tags;

    public Profile Profile => _profile ??= Profile.Of(store.Seed, Id);

    /// <summary>The customer's orders in the order they were placed, without deleted ones.</summary>
    public IEnumerable<Order> Orders
    {
        get
        {
            var orders = store.Orders;
            for (var order = store.Customers.FirstOrder[row]; order != OrderTable.EndOfChain; order = orders.NextOfCustomer[order])
            {
                if (!orders.Flags[order].HasFlag(OrderFlags.Deleted))
                {
                    yield return store.OrderAt(order);
                }
            }
        }
    }

    public long NumberOfOrders => Orders.Count(order => !order.IsTest);

    public Money AmountSpent => new(Orders.Where(order => !order.IsTest).Sum(order => order.CurrentTotal.Minor), store.Currency);

    public Order? LastOrder => Orders.LastOrDefault();

    private CustomerEdits? Edits => store.Customers.Edits.Count == 0 ? null : store.Customers.Edits.GetValueOrDefault(row);
}
