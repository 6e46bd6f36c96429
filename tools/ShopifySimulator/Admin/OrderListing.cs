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
        var field = keys == orders.UpdatedAt ? "updated_at" : keys == orders.ProcessedAt ? "processed_at" : "";
        return new Listing(rows, row => keys[row], row => orders.Id[row], search.At)
        {
            LowestKey = SearchQuery.LowerBound(search.Query, field) ?? long.MinValue,
            HighestKey = SearchQuery.UpperBound(search.Query, field) ?? long.MaxValue,
        }.Page(arguments);
    }

    public static BulkRows Rows(Store store, ArgumentValues arguments, QueryContext context) =>
        new(store.Orders.Rows, new OrderSearch(store, arguments.Text("query"), context, "orders").At);

    public static Count Count(Store store, ArgumentValues arguments, QueryContext context)
    {
        var search = new OrderSearch(store, arguments.Text("query"), context, "ordersCount");
        var count = search.IsEverything
            ? store.Orders.Rows - store.Orders.Deleted
            : Changed(store.Orders.ByUpdated, search).Count(row => search.At(row) is not null);
        return ShopifySimulator.Count.Limited(count, arguments.Int("limit"));
    }

    /// <summary>The rows that may match as far as the search says when they changed.</summary>
    private static IEnumerable<int> Changed(SortedRows rows, OrderSearch search)
    {
        var low = SearchQuery.LowerBound(search.Query, "updated_at") is { } lowest ? rows.LowerBound(lowest, long.MinValue) : 0;
        var high = SearchQuery.UpperBound(search.Query, "updated_at") is { } highest ? rows.LowerBound(highest, long.MaxValue) : rows.Count;
        for (var i = low; i < high; i++)
        {
            yield return rows[i];
        }
    }
}
