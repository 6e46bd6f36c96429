namespace XSight.ShopifySimulator;

/// <summary>Which orders a search, the caller's scopes and the store's life leave.</summary>
internal sealed class OrderSearch
{
    /// <summary>Orders that an app without <c>read_all_orders</c> sees.</summary>
    private static readonly TimeSpan DefaultWindow = TimeSpan.FromDays(60);

    private static readonly HashSet<string> Fields =
        ["created_at", "updated_at", "processed_at", "id", "name", "status", "financial_status", "test", "tag", "tag_not", "customer_id", "source_name", "email", "discount_code"];

    private readonly Store _store;
    private readonly long _visibleFrom;

    public OrderSearch(Store store, string? text, QueryContext context, string path)
    {
        _store = store;
        Query = SearchQuery.Parse(text, Fields);
        _visibleFrom = context.Scopes.Contains("read_all_orders") ? long.MinValue : store.Now - (long)DefaultWindow.TotalSeconds;
        context.Warn(path, Query);
    }

    public SearchQuery Query { get; }

    public bool IsEverything => Query.Terms.Count == 0 && _visibleFrom == long.MinValue;

    /// <summary>The order of a row, or null when it is not to be listed.</summary>
    public Order? At(int row)
    {
        var orders = _store.Orders;
        if (orders.Flags[row].HasFlag(OrderFlags.Deleted) || orders.ProcessedAt[row] < _visibleFrom)
        {
            return null;
        }

        var order = _store.OrderAt(row);
        foreach (var term in Query.Terms)
        {
            if (!Matches(order, term))
            {
                return null;
            }
        }

        return order;
    }

    private static bool Matches(Order order, SearchTerm term) => term.Field switch
    {
        "created_at" or "processed_at" => SearchQuery.ToInstant(term.Value) is { } time && term.Matches(order.ProcessedAt, time),
        "updated_at" => SearchQuery.ToInstant(term.Value) is { } time && term.Matches(order.UpdatedAt, time),
        "id" => long.TryParse(term.Value, out var id) && term.Matches(order.Id, id),
        "customer_id" => long.TryParse(term.Value, out var id) && term.Matches(order.Customer?.Id ?? 0, id),
        "name" or SearchTerm.AnyField => term.Matches(order.Name) || term.Matches(order.Name.TrimStart('#')),
        "status" => StatusMatches(order, term),
        "financial_status" => term.Matches(order.FinancialStatus),
        "test" => term.Matches(order.IsTest ? "true" : "false"),
        "tag" => term.Matches(order.Tags),
        "tag_not" => !term.Matches(order.Tags),
        "source_name" => term.Matches(order.Detail.SourceName),
        "email" => term.Matches(order.Customer?.Email),
        "discount_code" => term.Matches(order.Detail.DiscountCodes),
        _ => true,
    };

    private static bool StatusMatches(Order order, SearchTerm term) => term.Value switch
    {
        "any" => !term.Negated,
        "cancelled" => order.IsCancelled != term.Negated,
        "not_closed" or "open" => order.IsCancelled == term.Negated,
        _ => term.Negated,
    };
}
