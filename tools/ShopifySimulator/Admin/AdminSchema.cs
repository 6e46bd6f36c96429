namespace XSight.ShopifySimulator;

/// <summary>The part of Shopify's Admin API 2026-10 that the simulator serves.</summary>
internal static class AdminSchema
{
    public static Schema Schema { get; } = new(BuildQuery(), BuildMutation());

    private static ObjectType<Store> BuildQuery()
    {
        // Orders first: their type completes the customer's.
        var order = OrderTypes.Order;
        var customer = CustomerTypes.Customer;
        var scope = new ObjectType<string>("AccessScope").Text("handle", "String!", handle => handle).Text("description", "String!", handle => handle);
        var installation = new ObjectType<QueryContext>("AppInstallation", isNode: true)
            .GidField(context => context.Store.ShopId)
            .List("accessScopes", "[AccessScope!]!", scope, context => context.Scopes.Order(StringComparer.Ordinal));
        Argument[] byId = [new("id", InputType.Id, Required: true)];
        return new ObjectType<Store>("QueryRoot")
            .Object("shop", "Shop!", BuildShop(), store => store)
            .Object("customer", "Customer", customer, byId, (store, values, _) => Gid.Parse(values.Text("id"), "Customer") is { } id ? store.FindCustomer(id) : null, "read_customers")
            .Object("order", "Order", order, byId, (store, values, _) => Gid.Parse(values.Text("id"), "Order") is { } id ? store.FindOrder(id) : null, "read_orders")
            .Connection("customers", customer, CustomerListing.Arguments, CustomerListing.Page, CustomerListing.Rows, "read_customers")
            .Connection("orders", order, OrderListing.Arguments, OrderListing.Page, OrderListing.Rows, "read_orders")
            .Object("customersCount", "Count", Count.Type, Count.Arguments, CustomerListing.Count, "read_customers")
            .Object("ordersCount", "Count", Count.Type, Count.Arguments, OrderListing.Count, "read_orders")
            .Object("bulkOperation", "BulkOperation", BulkTypes.Operation, byId, (_, values, context) => BulkTypes.Find(values, context))
            .Object("currentBulkOperation", "BulkOperation", BulkTypes.Operation, [], (_, _, context) => BulkTypes.Newest(context))
            .Object("currentAppInstallation", "AppInstallation!", installation, [], (_, _, context) => context)
            .Connection("webhookSubscriptions", WebhookSubscriptionTypes.Subscription, WebhookSubscriptionTypes.Arguments, WebhookSubscriptionTypes.Page);
    }

    private static ObjectType<Store> BuildMutation() => new ObjectType<Store>("Mutation")
        .Object("bulkOperationRunQuery", "BulkOperationRunQueryPayload", BulkTypes.RunPayload, BulkTypes.RunArguments, (_, values, context) => BulkTypes.Run(values, context))
        .Object("bulkOperationCancel", "BulkOperationCancelPayload", BulkTypes.CancelPayload, [new Argument("id", InputType.Id, Required: true)], (_, values, context) => BulkTypes.Cancel(values, context))
        .Object("webhookSubscriptionCreate", "WebhookSubscriptionCreatePayload", WebhookSubscriptionTypes.CreatePayload, WebhookSubscriptionTypes.CreateArguments, (_, values, context) => WebhookSubscriptionTypes.Create(values, context));

    private static ObjectType<Store> BuildShop()
    {
        var plan = new ObjectType<Store>("ShopPlan")
            .Text("publicDisplayName", "String!", _ => "Shopify Plus")
            .Flag("partnerDevelopment", _ => false)
            .Flag("shopifyPlus", _ => true);
        return new ObjectType<Store>("Shop", isNode: true)
            .GidField(store => store.ShopId)
            .Text("name", "String!", store => store.Options.Name)
            .Text("email", "String!", _ => "owner@example.com")
            .Text("contactEmail", "String!", _ => "hello@example.com")
            .Text("myshopifyDomain", "String!", store => store.Domain)
            .Text("url", "URL!", store => $"https://{store.Domain}")
            .Text("currencyCode", "CurrencyCode!", store => store.Currency.Code)
            .Text("ianaTimezone", "String!", store => store.Options.TimeZone)
            .Instant("createdAt", "DateTime!", store => store.CreatedAt)
            .Object("plan", "ShopPlan!", plan, store => store);
    }
}
