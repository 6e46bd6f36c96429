namespace XSight.Shopify;

/// <summary>The documents under Queries, embedded in the assembly and completed with their fragments.</summary>
internal static class QueryDocuments
{
    private const string CustomerFragment = "fragment-customer";
    private const string OrderFragment = "fragment-order";
    private const string LineFragment = "fragment-line";

    public static readonly QueryDocument Shop = Plain("shop");
    public static readonly QueryDocument Customers = WithFragments("customers", CustomerFragment);
    public static readonly QueryDocument Orders = WithFragments("orders", OrderFragment, LineFragment);
    public static readonly QueryDocument Customer = WithFragments("customer", CustomerFragment);
    public static readonly QueryDocument Order = WithFragments("order", OrderFragment, LineFragment);
    public static readonly QueryDocument OrderLines = WithFragments("order-lines", LineFragment);
    public static readonly QueryDocument OrdersCount = Plain("orders-count");
    public static readonly QueryDocument OrderVersions = Plain("order-versions");
    public static readonly QueryDocument Webhooks = Plain("webhooks");
    public static readonly QueryDocument WebhookCreate = Plain("webhook-create");
    public static readonly QueryDocument WebhookUpdate = Plain("webhook-update");
    public static readonly QueryDocument BulkRun = Plain("bulk-run");
    public static readonly QueryDocument BulkGet = Plain("bulk-get");
    public static readonly QueryDocument BulkCancel = Plain("bulk-cancel");

    /// <summary>What a bulk operation runs; an argument of <see cref="BulkRun"/>.</summary>
    public static readonly QueryDocument BulkCustomers = Inlined("bulk-customers", (CustomerFragment, "CustomerFact"));

    public static readonly QueryDocument BulkOrders = Inlined("bulk-orders", (OrderFragment, "OrderFact"), (LineFragment, "LineFact"));

    public static IReadOnlyList<QueryDocument> All =>
    [
        Shop, Customers, Orders, Customer, Order, OrderLines, OrdersCount, OrderVersions, Webhooks, WebhookCreate, WebhookUpdate,
        BulkRun, BulkGet, BulkCancel, BulkCustomers, BulkOrders,
    ];

    private static QueryDocument Plain(string name) => new(name, Read(name));

    private static QueryDocument WithFragments(string name, params string[] fragments) =>
        new(name, string.Join('\n', fragments.Select(Read).Prepend(Read(name))));

    /// <summary>Bulk operations take one operation; that they also take fragments beside it is written nowhere, so their fields stand in their place.</summary>
    private static QueryDocument Inlined(string name, params (string File, string Name)[] fragments) =>
        new(name, fragments.Aggregate(Read(name), (text, fragment) => text.Replace("..." + fragment.Name, Fields(fragment.File), StringComparison.Ordinal)));

    private static string Fields(string fragment)
    {
        var text = Read(fragment);
        var open = text.IndexOf('{', StringComparison.Ordinal) + 1;
        return text[open..text.LastIndexOf('}')].Trim();
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
