namespace XSight.ShopifySimulator;

/// <summary>The connection <c>orders</c> and its count.</summary>
internal static class OrderListing
{
    public static IReadOnlyList<Argument> Arguments { get; } =
    [
        new("query", InputType.Text),
        new("sortKey", InputType.Enum("OrderSortKeys", "CREATED_AT", "ID", "ORDER_NUMBER", "PROCESSED_AT", "UPDATED_AT"), Default: "PROCESSED_AT"),
    ];

    public static Page Page(Store store, ArgumentValues arguments, QueryContext context)
    {
        var search = new OrderSearch(store, arguments.Text("query"), context, "orders");
        var orders = store.Orders;
        var (rows, keys) = arguments.Text("sortKey") switch
        {
            "ID" => (orders.ById, orders.Id),
            "UPDATED_AT" => (orders.ByUpdated, orders.UpdatedAt),
            _ => (orders.ByProcessed, orders.ProcessedAt),
        };
        var lowest = keys == orders.UpdatedAt ? SearchQuery.LowerBound(search.Query, "updated_at")
            : keys == orders.ProcessedAt ? SearchQuery.LowerBound(search.Query, "processed_at")
            : null;
        return new Listing(rows, row => keys[row], row => orders.Id[row], search.At) { LowestKey = lowest ?? long.MinValue }.Page(arguments);
    }

    public static BulkRows Rows(Store store, ArgumentValues arguments, QueryContext context) =>
        new(store.Orders.Rows, new OrderSearch(store, arguments.Text("query"), context, "orders").At);

    public static Count Count(Store store, ArgumentValues arguments, QueryContext context)
    {
        var search = new OrderSearch(store, arguments.Text("query"), context, "ordersCount");
        var count = search.IsEverything
            ? store.Orders.Rows - store.Orders.Deleted
            : Enumerable.Range(0, store.Orders.Rows).Count(row => search.At(row) is not null);
        return ShopifySimulator.Count.Limited(count, arguments.Int("limit"));
    }
}
