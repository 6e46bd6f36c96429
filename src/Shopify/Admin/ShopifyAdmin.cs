using System.Globalization;

namespace XSight.Shopify;

/// <inheritdoc cref="IShopifyAdmin"/>
internal sealed class ShopifyAdmin(string currency, GraphQLClient client, BulkResults results) : IShopifyAdmin
{
    /// <summary>A page may cost 1,000 points and an order with its objects costs 12, with <see cref="OrderLines.WithOrderMax"/> lines of 5 points 64.</summary>
    public const int OrdersPageSize = 15;

    /// <summary>A customer with its objects costs 4.</summary>
    public const int CustomersPageSize = 200;

    /// <summary>The store matches a customer's <c>updated_at</c> by whole days of its own time zone: one day earlier misses nobody, and what comes twice is merged.</summary>
    private static readonly TimeSpan CustomersOverlap = TimeSpan.FromDays(1);

    private readonly PageSize _ordersPage = new(OrdersPageSize);
    private readonly PageSize _customersPage = new(CustomersPageSize);
    private readonly OrderLines _lines = new(client);
    private readonly WebhookRegistry _webhooks = new(client);
    private readonly OrderVersions _versions = new(currency, client);

    public async Task<ShopInfo> GetShopAsync(CancellationToken cancellationToken)
    {
        var data = await client.SendAsync(QueryDocuments.Shop, null, AdminJson.Default.GraphQLAnswerShopData, cancellationToken);
        var shop = data.Shop ?? throw Missing("shop");
        var domain = shop.MyshopifyDomain ?? throw Missing("shop.myshopifyDomain");
        return new ShopInfo(
            shop.Name ?? throw Missing("shop.name"),
            ShopDomain.TryParse(domain, out var parsed) ? parsed : throw Malformed("data.shop.myshopifyDomain is not a name.myshopify.com"),
            shop.CurrencyCode ?? throw Missing("shop.currencyCode"),
            shop.IanaTimezone ?? throw Missing("shop.ianaTimezone"),
            data.CustomersCount?.Count,
            data.OrdersCount?.Count);
    }

    public Task<FactPage<CustomerFact>> GetCustomersAsync(DateTimeOffset? updatedSince, string? cursor, CancellationToken cancellationToken) =>
        _customersPage.ReadAsync(async first =>
        {
            var variables = Page(first, updatedSince - CustomersOverlap, cursor);
            var data = await client.SendAsync(QueryDocuments.Customers, variables, AdminJson.Default.GraphQLAnswerCustomersData, cancellationToken);
            return FactPages.Of(data.Customers, "customers", cursor, FactMapper.ToFact);
        });

    public Task<FactPage<OrderFact>> GetOrdersAsync(DateTimeOffset? updatedSince, string? cursor, CancellationToken cancellationToken) =>
        _ordersPage.ReadAsync(async first =>
        {
            var variables = Page(first, updatedSince, cursor) with { Lines = OrderLines.WithOrderMax };
            var data = await client.SendAsync(QueryDocuments.Orders, variables, AdminJson.Default.GraphQLAnswerOrdersData, cancellationToken);
            var lines = await ReadLinesAsync(data.Orders?.Nodes ?? [], cancellationToken);
            return FactPages.Of(data.Orders, "orders", cursor, node => FactMapper.ToFact(node, currency, lines.GetValueOrDefault(node)));
        });

    public Task<StoreCount> CountOrdersAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        _versions.CountAsync(from, to, cancellationToken);

    public Task<FactPage<OrderVersion>> ListOrderVersionsAsync(DateTimeOffset from, DateTimeOffset to, string? cursor, CancellationToken cancellationToken) =>
        _versions.ListAsync(from, to, cursor, cancellationToken);

    public async Task<OrderFact?> GetOrderAsync(long orderId, CancellationToken cancellationToken)
    {
        var variables = new GraphQLVariables { Id = Gid.Of("Order", orderId), Lines = OrderLines.WithOrderMax };
        var data = await client.SendAsync(QueryDocuments.Order, variables, AdminJson.Default.GraphQLAnswerOrderData, cancellationToken);
        if (data.Order is not { } node)
        {
            return null;
        }

        var lines = await _lines.ReadAsync(node, cancellationToken);
        return FactPages.Of(node, "order", found => FactMapper.ToFact(found, currency, lines));
    }

    public async Task<CustomerFact?> GetCustomerAsync(long customerId, CancellationToken cancellationToken)
    {
        var data = await client.SendAsync(QueryDocuments.Customer, new() { Id = Gid.Of("Customer", customerId) }, AdminJson.Default.GraphQLAnswerCustomerData, cancellationToken);
        return data.Customer is { } node ? FactPages.Of(node, "customer", FactMapper.ToFact) : null;
    }

    /// <remarks>
    /// Orders are grouped with their lines: slower for the store, and its only promise that lines come right after their order. An attempt
    /// whose answer got lost may have started an operation nobody will ask for; it only reads, and the store allows five.
    /// </remarks>
    public async Task<BulkOperation> StartBulkAsync(BulkSubject subject, CancellationToken cancellationToken)
    {
        var inner = subject switch
        {
            BulkSubject.Customers => QueryDocuments.BulkCustomers,
            BulkSubject.Orders => QueryDocuments.BulkOrders,
            _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, "Neither customers nor orders."),
        };
        var variables = new GraphQLVariables { Query = inner.Text, Group = subject == BulkSubject.Orders };
        var data = await client.SendAsync(QueryDocuments.BulkRun, variables, AdminJson.Default.GraphQLAnswerBulkRunData, cancellationToken);
        var payload = data.BulkOperationRunQuery ?? throw Missing("bulkOperationRunQuery");
        AnswerFaults.Refuse(payload.UserErrors);
        return ToOperation(payload.BulkOperation ?? throw Missing("bulkOperationRunQuery.bulkOperation"));
    }

    public async Task<BulkOperation?> GetBulkAsync(string operationId, CancellationToken cancellationToken)
    {
        var data = await client.SendAsync(QueryDocuments.BulkGet, new() { Id = operationId }, AdminJson.Default.GraphQLAnswerBulkGetData, cancellationToken);
        return data.BulkOperation is { } node ? ToOperation(node) : null;
    }

    public async Task CancelBulkAsync(string operationId, CancellationToken cancellationToken)
    {
        var data = await client.SendAsync(QueryDocuments.BulkCancel, new() { Id = operationId }, AdminJson.Default.GraphQLAnswerBulkCancelData, cancellationToken);
        AnswerFaults.Refuse((data.BulkOperationCancel ?? throw Missing("bulkOperationCancel")).UserErrors);
    }

    public Task<Stream> OpenBulkResultAsync(Uri url, CancellationToken cancellationToken) => results.OpenAsync(url, cancellationToken);

    public Task<IReadOnlyList<WebhookSubscription>> ListWebhooksAsync(CancellationToken cancellationToken) => _webhooks.ListAsync(cancellationToken);

    public Task<WebhookSubscription> CreateWebhookAsync(WebhookTopic topic, Uri address, CancellationToken cancellationToken) =>
        _webhooks.CreateAsync(topic, address, cancellationToken);

    public Task<WebhookSubscription> MoveWebhookAsync(string subscriptionId, Uri address, CancellationToken cancellationToken) =>
        _webhooks.MoveAsync(subscriptionId, address, cancellationToken);

    private async Task<Dictionary<OrderNode, IReadOnlyList<LineNode>?>> ReadLinesAsync(OrderNode?[] orders, CancellationToken cancellationToken)
    {
        var lines = new Dictionary<OrderNode, IReadOnlyList<LineNode>?>(ReferenceEqualityComparer.Instance);
        foreach (var order in orders.OfType<OrderNode>())
        {
            lines.Add(order, await _lines.ReadAsync(order, cancellationToken));
        }

        return lines;
    }

    private static GraphQLVariables Page(int first, DateTimeOffset? updatedSince, string? cursor) => new()
    {
        First = first,
        After = cursor,
        Query = updatedSince is { } since
            ? string.Create(CultureInfo.InvariantCulture, $"updated_at:>='{since.ToUniversalTime():yyyy-MM-ddTHH:mm:ssZ}'")
            : null,
    };

    private static BulkOperation ToOperation(BulkOperationNode node) => new(
        node.Id ?? throw Missing("bulkOperation.id"),
        BulkStatuses.Read(node.Status ?? throw Missing("bulkOperation.status")),
        node.ErrorCode,
        node.ObjectCount ?? 0,
        node.Url,
        node.PartialDataUrl,
        node.CreatedAt);

    private static ShopifyException Missing(string path) => AnswerFaults.Missing(path);

    private static ShopifyException Malformed(string message) => AnswerFaults.Malformed(message);
}
