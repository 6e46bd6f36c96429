using System.Globalization;

namespace XSight.Shopify;

/// <inheritdoc cref="IShopifyAdmin"/>
internal sealed class ShopifyAdmin(string currency, GraphQLClient client, BulkResults results) : IShopifyAdmin
{
    /// <summary>A page may cost 1,000 points and an order with its objects costs 7, so that 100 leave room.</summary>
    public const int OrdersPageSize = 100;

    /// <summary>A customer with its objects costs 4.</summary>
    public const int CustomersPageSize = 200;

    /// <summary>The store matches a customer's <c>updated_at</c> by whole days of its own time zone: one day earlier misses nobody, and what comes twice is merged.</summary>
    private static readonly TimeSpan CustomersOverlap = TimeSpan.FromDays(1);

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

    public async Task<FactPage<CustomerFact>> GetCustomersAsync(DateTimeOffset? updatedSince, string? cursor, CancellationToken cancellationToken)
    {
        var variables = Page(CustomersPageSize, updatedSince - CustomersOverlap, cursor);
        var data = await client.SendAsync(QueryDocuments.Customers, variables, AdminJson.Default.GraphQLAnswerCustomersData, cancellationToken);
        return Facts(data.Customers, "customers", cursor, FactMapper.ToFact);
    }

    public async Task<FactPage<OrderFact>> GetOrdersAsync(DateTimeOffset? updatedSince, string? cursor, CancellationToken cancellationToken)
    {
        var variables = Page(OrdersPageSize, updatedSince, cursor);
        var data = await client.SendAsync(QueryDocuments.Orders, variables, AdminJson.Default.GraphQLAnswerOrdersData, cancellationToken);
        return Facts(data.Orders, "orders", cursor, node => FactMapper.ToFact(node, currency));
    }

    /// <remarks>An attempt whose answer got lost may have started an operation nobody will ask for; it only reads, and the store allows five.</remarks>
    public async Task<BulkOperation> StartBulkAsync(BulkSubject subject, CancellationToken cancellationToken)
    {
        var inner = subject switch
        {
            BulkSubject.Customers => QueryDocuments.BulkCustomers,
            BulkSubject.Orders => QueryDocuments.BulkOrders,
            _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, "Neither customers nor orders."),
        };
        var data = await client.SendAsync(QueryDocuments.BulkRun, new() { Query = inner.Text }, AdminJson.Default.GraphQLAnswerBulkRunData, cancellationToken);
        var payload = data.BulkOperationRunQuery ?? throw Missing("bulkOperationRunQuery");
        Refuse(payload.UserErrors);
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
        Refuse((data.BulkOperationCancel ?? throw Missing("bulkOperationCancel")).UserErrors);
    }

    public Task<Stream> OpenBulkResultAsync(Uri url, CancellationToken cancellationToken) => results.OpenAsync(url, cancellationToken);

    private static GraphQLVariables Page(int first, DateTimeOffset? updatedSince, string? cursor) => new()
    {
        First = first,
        After = cursor,
        Query = updatedSince is { } since
            ? string.Create(CultureInfo.InvariantCulture, $"updated_at:>='{since.ToUniversalTime():yyyy-MM-ddTHH:mm:ssZ}'")
            : null,
    };

    private static FactPage<TFact> Facts<TNode, TFact>(NodePage<TNode>? page, string member, string? cursor, Func<TNode, TFact> toFact)
        where TNode : class
    {
        var nodes = (page ?? throw Missing(member)).Nodes ?? throw Missing(member + ".nodes");
        var facts = new List<TFact>(nodes.Length);
        foreach (var node in nodes)
        {
            try
            {
                facts.Add(toFact(node ?? throw new FactFormatException("it", "is null")));
            }
            catch (FactFormatException exception)
            {
                throw Malformed($"data.{member}.nodes[{facts.Count}].{exception.Path} {exception.Problem}", exception);
            }
        }

        return new FactPage<TFact>(facts, NextCursor(page.PageInfo ?? throw Missing(member + ".pageInfo"), member, cursor));
    }

    private static string? NextCursor(PageInfoNode info, string member, string? cursor)
    {
        if (!(info.HasNextPage ?? throw Missing(member + ".pageInfo.hasNextPage")))
        {
            return null;
        }

        var next = info.EndCursor ?? throw Missing(member + ".pageInfo.endCursor");
        return next != cursor ? next : throw Malformed($"data.{member}.pageInfo.endCursor is the cursor we asked with: the pages would never end");
    }

    private static BulkOperation ToOperation(BulkOperationNode node) => new(
        node.Id ?? throw Missing("bulkOperation.id"),
        BulkStatuses.Read(node.Status ?? throw Missing("bulkOperation.status")),
        node.ErrorCode,
        node.ObjectCount ?? 0,
        node.Url,
        node.PartialDataUrl,
        node.CreatedAt);

    private static void Refuse(UserErrorNode[]? errors)
    {
        if (errors is not [{ } first, ..])
        {
            return;
        }

        var kind = first.Code is "OPERATION_IN_PROGRESS" or "LIMIT_REACHED" ? ShopifyErrorKind.BulkInProgress : ShopifyErrorKind.InvalidQuery;
        throw new ShopifyException(kind, $"the store refused: {first.Message}");
    }

    private static ShopifyException Missing(string path) => Malformed($"data.{path} is missing");

    private static ShopifyException Malformed(string message, Exception? inner = null) => new(ShopifyErrorKind.Malformed, message, inner);
}
