namespace XSight.ShopifySimulator;

/// <summary>The connection <c>customers</c> and its count.</summary>
internal static class CustomerListing
{
    private const long SecondsPerDay = 86_400;

    public static IReadOnlyList<Argument> Arguments { get; } =
    [
        new("query", InputType.Text),
        new("sortKey", InputType.Enum("CustomerSortKeys", "CREATED_AT", "ID", "UPDATED_AT"), Default: "ID"),
    ];

    public static Page Page(Store store, ArgumentValues arguments, QueryContext context)
    {
        var search = new CustomerSearch(store, arguments.Text("query"), context, "customers");
        var customers = store.Customers;
        var (rows, keys) = arguments.Text("sortKey") switch
        {
            "UPDATED_AT" => (customers.ByUpdated, customers.UpdatedAt),
            "CREATED_AT" => (customers.ByCreated, customers.CreatedAt),
            _ => (customers.ById, customers.Id),
        };

        // The filter matches whole days, so the bound is a day earlier than the text.
        var lowest = keys == customers.UpdatedAt ? SearchQuery.LowerBound(search.Query, "updated_at") - SecondsPerDay : null;
        return new Listing(rows, row => keys[row], row => customers.Id[row], search.At) { LowestKey = lowest ?? long.MinValue }.Page(arguments);
    }

    public static BulkRows Rows(Store store, ArgumentValues arguments, QueryContext context) =>
        new(store.Customers.Rows, new CustomerSearch(store, arguments.Text("query"), context, "customers").At);

    public static Count Count(Store store, ArgumentValues arguments, QueryContext context)
    {
        var search = new CustomerSearch(store, arguments.Text("query"), context, "customersCount");
        var count = search.IsEverything
            ? store.Customers.Rows - store.Customers.Deleted.Count
            : Enumerable.Range(0, store.Customers.Rows).Count(row => search.At(row) is not null);
        return ShopifySimulator.Count.Limited(count, arguments.Int("limit"));
    }
}
