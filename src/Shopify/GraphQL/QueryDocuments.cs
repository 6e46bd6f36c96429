namespace XSight.Shopify;

/// <summary>The documents under Queries, embedded in the assembly and completed with their fragments.</summary>
internal static class QueryDocuments
{
    private const string CustomerFragment = "fragment-customer";
    private const string OrderFragment = "fragment-order";

    public static readonly QueryDocument Shop = Plain("shop");
    public static readonly QueryDocument Customers = WithFragment("customers", CustomerFragment);
    public static readonly QueryDocument Orders = WithFragment("orders", OrderFragment);
    public static readonly QueryDocument Customer = WithFragment("customer", CustomerFragment);
    public static readonly QueryDocument Order = WithFragment("order", OrderFragment);
    public static readonly QueryDocument OrdersCount = Plain("orders-count");
    public static readonly QueryDocument OrderVersions = Plain("order-versions");
    public static readonly QueryDocument Webhooks = Plain("webhooks");
    public static readonly QueryDocument WebhookCreate = Plain("webhook-create");
    public static readonly QueryDocument WebhookUpdate = Plain("webhook-update");
    public static readonly QueryDocument BulkRun = Plain("bulk-run");
    public static readonly QueryDocument BulkGet = Plain("bulk-get");
    public static readonly QueryDocument BulkCancel = Plain("bulk-cancel");

    /// <summary>What a bulk operation runs; an argument of <see cref="BulkRun"/>.</summary>
    public static readonly QueryDocument BulkCustomers = Inlined("bulk-customers", CustomerFragment, "CustomerFact");

    public static readonly QueryDocument BulkOrders = Inlined("bulk-orders", OrderFragment, "OrderFact");

    public static IReadOnlyList<QueryDocument> All =>
    [
        Shop, Customers, Orders, Customer, Order, OrdersCount, OrderVersions, Webhooks, WebhookCreate, WebhookUpdate,
        BulkRun, BulkGet, BulkCancel, BulkCustomers, BulkOrders,
    ];

    private static QueryDocument Plain(string name) => new(name, Read(name));

    private static QueryDocument WithFragment(string name, string fragment) => new(name, Read(name) + "\n" + Read(fragment));

    /// <summary>Bulk operations take one operation; that they also take fragments beside it is written nowhere, so its fields stand in their place.</summary>
    private static QueryDocument Inlined(string name, string fragment, string fragmentName)
    {
        var text = Read(fragment);
        var open = text.IndexOf('{', StringComparison.Ordinal) + 1;
        var fields = text[open..text.LastIndexOf('}')].Trim();
        return new(name, Read(name).Replace("..." + fragmentName, fields, StringComparison.Ordinal));
    }

    private static string Read(string name)
    {
        var assembly = typeof(QueryDocuments).Assembly;
        using var stream = assembly.GetManifestResourceStream($"XSight.Shopify.Queries.{name}.graphql")
            ?? throw new InvalidOperationException($"The query {name}.graphql is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
