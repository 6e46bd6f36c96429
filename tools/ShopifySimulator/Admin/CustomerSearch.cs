namespace XSight.ShopifySimulator;

/// <summary>Which customers a search leaves.</summary>
internal sealed class CustomerSearch
{
    private const long SecondsPerDay = 86_400;

    private static readonly HashSet<string> Fields =
        ["updated_at", "customer_date", "created_at", "id", "email", "first_name", "last_name", "tag", "tag_not", "country", "phone", "orders_count", "state"];

    private readonly Store _store;

    public CustomerSearch(Store store, string? text, QueryContext context, string path)
    {
        _store = store;
        Query = SearchQuery.Parse(text, Fields);
        context.Warn(path, Query);
    }

    public SearchQuery Query { get; }

    public bool IsEverything => Query.Terms.Count == 0;

    public Customer? At(int row)
    {
        if (_store.Customers.Deleted.Contains(row))
        {
            return null;
        }

        var customer = _store.CustomerAt(row);
        foreach (var term in Query.Terms)
        {
            if (!Matches(customer, term))
            {
                return null;
            }
        }

        return customer;
    }

    private static bool Matches(Customer customer, SearchTerm term) => term.Field switch
    {
        // Shopify matches whole days here, also when the text names a time.
        "updated_at" => SearchQuery.ToInstant(term.Value) is { } time && term.Matches(Day(customer.UpdatedAt), Day(time)),
        "created_at" or "customer_date" => SearchQuery.ToInstant(term.Value) is { } time && term.Matches(Day(customer.CreatedAt), Day(time)),
        "id" => long.TryParse(term.Value, out var id) && term.Matches(customer.Id, id),
        "email" => term.Matches(customer.Email),
        "first_name" => term.Matches(customer.FirstName),
        "last_name" => term.Matches(customer.LastName),
        "tag" => term.Matches(customer.Tags),
        "tag_not" => !term.Matches(customer.Tags),
        "country" => term.Matches(customer.Profile.Place.Country) || term.Matches(customer.Profile.Place.CountryCode),
        "phone" => term.Matches(customer.Phone),
        "orders_count" => long.TryParse(term.Value, out var count) && term.Matches(customer.NumberOfOrders, count),
        "state" => term.Matches("DISABLED"),
        SearchTerm.AnyField => term.Matches(customer.Email) || term.Matches(customer.FirstName) || term.Matches(customer.LastName),
        _ => true,
    };

    private static long Day(long seconds) => (long)Math.Floor(seconds / (double)SecondsPerDay);
}
