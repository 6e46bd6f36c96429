namespace XSight.Shopify;

/// <summary>
/// One store's Admin GraphQL API. Every call waits its turn under the store's cost throttle and retries what is worth retrying, with
/// jitter; what remains is a <see cref="ShopifyException"/> with its kind.
/// </summary>
public interface IShopifyAdmin
{
    Task<ShopInfo> GetShopAsync(CancellationToken cancellationToken);

    /// <summary>Customers by <c>updatedAt</c>, from an instant on (null: all), after a cursor (null: the first page).</summary>
    Task<FactPage<CustomerFact>> GetCustomersAsync(DateTimeOffset? updatedSince, string? cursor, CancellationToken cancellationToken);

    /// <summary>Orders by <c>updatedAt</c>, as above.</summary>
    Task<FactPage<OrderFact>> GetOrdersAsync(DateTimeOffset? updatedSince, string? cursor, CancellationToken cancellationToken);

    /// <summary>How many orders last changed in a window, from inclusive, to exclusive, in whole seconds. A change of the last seconds may not be counted yet.</summary>
    Task<StoreCount> CountOrdersAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>The versions of the orders of such a window, oldest change first.</summary>
    Task<FactPage<OrderVersion>> ListOrderVersionsAsync(DateTimeOffset from, DateTimeOffset to, string? cursor, CancellationToken cancellationToken);

    /// <summary>One order as it is now; null when the store no longer has it.</summary>
    Task<OrderFact?> GetOrderAsync(long orderId, CancellationToken cancellationToken);

    /// <summary>One customer as it is now; null when the store no longer has it.</summary>
    Task<CustomerFact?> GetCustomerAsync(long customerId, CancellationToken cancellationToken);

    /// <summary>Asks the store to write all its customers or orders to a file; returns the operation as created.</summary>
    Task<BulkOperation> StartBulkAsync(BulkSubject subject, CancellationToken cancellationToken);

    /// <summary>Null when the store no longer knows the operation.</summary>
    Task<BulkOperation?> GetBulkAsync(string operationId, CancellationToken cancellationToken);

    Task CancelBulkAsync(string operationId, CancellationToken cancellationToken);

    /// <summary>Opens an operation's result file. Kind <see cref="ShopifyErrorKind.ResultExpired"/> when its address is no longer good.</summary>
    Task<Stream> OpenBulkResultAsync(Uri url, CancellationToken cancellationToken);

    /// <summary>This app's subscriptions in the store. Those of the app's own configuration are not among them.</summary>
    Task<IReadOnlyList<WebhookSubscription>> ListWebhooksAsync(CancellationToken cancellationToken);

    /// <summary>Subscribes. Kind <see cref="ShopifyErrorKind.InvalidQuery"/> when the store refuses: the address is taken for this topic or no good, or protected data is not approved.</summary>
    Task<WebhookSubscription> CreateWebhookAsync(WebhookTopic topic, Uri address, CancellationToken cancellationToken);

    /// <summary>Sends a subscription's deliveries to another address from now on.</summary>
    Task<WebhookSubscription> MoveWebhookAsync(string subscriptionId, Uri address, CancellationToken cancellationToken);
}
