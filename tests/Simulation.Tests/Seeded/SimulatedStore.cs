using System.Globalization;
using Orleans.InProcess;
using XSight.Shopify;
using XSight.Simulation.Tests.Shop;

namespace XSight.Simulation.Tests.Seeded;

/// <summary>The shop's side of the Admin API: answers with what is true when it is asked, and the answer may take its time.</summary>
internal sealed class SimulatedStore(MadeUpShop shop, SimulatedScheduler scheduler, Weather weather) : IShopifyAdminFactory, IShopifyAdmin
{
    private const int PageSize = 7;
    private const string CursorSeparator = "/";

    /// <summary>What the merchant granted, for good.</summary>
    public static readonly ShopConnection Connection = new()
    {
        Shop = SimulatedProcess.Shop,
        ShopName = "A shop",
        Currency = "USD",
        TimeZone = SimulatedProcess.TimeZone,
        Scopes = "read_customers,read_orders,read_all_orders,read_products",
        Tokens = new ShopTokens
        {
            AccessToken = "access",
            AccessTokenExpiresAt = DateTimeOffset.MaxValue,
            RefreshToken = "refresh",
            RefreshTokenExpiresAt = DateTimeOffset.MaxValue,
        },
    };

    private readonly Dictionary<string, (BulkOperation Operation, DateTimeOffset ReadyAt, byte[] File)> _operations = [];

    public IShopifyAdmin Create(ShopDomain shop, string currency, Func<CancellationToken, ValueTask<string>> accessToken) => this;

    public Task<ShopInfo> GetShopAsync(CancellationToken cancellationToken) =>
        AnswerAsync(new ShopInfo("A shop", SimulatedProcess.Shop, "USD", SimulatedProcess.TimeZone, shop.Customers.Count, shop.Orders.Count), cancellationToken);

    public Task<OrderFact?> GetOrderAsync(long orderId, CancellationToken cancellationToken) =>
        AnswerAsync(shop.Orders.TryGetValue(orderId, out var order) && !order.Deleted ? ShopJson.OrderFact(order) : null, cancellationToken);

    public Task<CustomerFact?> GetCustomerAsync(long customerId, CancellationToken cancellationToken) =>
        AnswerAsync(shop.Customers.TryGetValue(customerId, out var customer) && !customer.Gone ? ShopJson.CustomerFact(customer) : null, cancellationToken);

    public Task<FactPage<CustomerFact>> GetCustomersAsync(DateTimeOffset? updatedSince, string? cursor, CancellationToken cancellationToken) =>
        AnswerAsync(Page(shop.Customers.Values.Where(c => !c.Gone).Select(ShopJson.CustomerFact), c => (c.UpdatedAt, c.CustomerId), updatedSince, cursor), cancellationToken);

    public Task<FactPage<OrderFact>> GetOrdersAsync(DateTimeOffset? updatedSince, string? cursor, CancellationToken cancellationToken) =>
        AnswerAsync(Page(shop.Orders.Values.Where(o => !o.Deleted).Select(ShopJson.OrderFact), o => (o.UpdatedAt, o.OrderId), updatedSince, cursor), cancellationToken);

    public Task<StoreCount> CountOrdersAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        AnswerAsync(new StoreCount(Changed(from, to).Count(), IsExact: true), cancellationToken);

    public Task<FactPage<OrderVersion>> ListOrderVersionsAsync(DateTimeOffset from, DateTimeOffset to, string? cursor, CancellationToken cancellationToken) =>
        AnswerAsync(Page(Changed(from, to).Select(o => new OrderVersion(o.OrderId, o.UpdatedAt, o.NetMinor)), o => (o.UpdatedAt, o.OrderId), null, cursor), cancellationToken);

    public Task<BulkOperation> StartBulkAsync(BulkSubject subject, CancellationToken cancellationToken)
    {
        var lines = subject == BulkSubject.Customers
            ? shop.Customers.Values.Where(c => !c.Gone).Select(ShopJson.CustomerLine)
            : shop.Orders.Values.Where(o => !o.Deleted).Select(ShopJson.OrderLine);
        byte[] file = [.. lines.SelectMany(line => line.Append((byte)'\n'))];
        var id = ShopJson.Gid("BulkOperation", _operations.Count + 1);
        var url = new Uri("https://files.example/" + (_operations.Count + 1).ToString(CultureInfo.InvariantCulture));
        var operation = new BulkOperation(id, BulkStatus.Running, null, 0, null, null, scheduler.Time.GetUtcNow());
        _operations[id] = (operation with { Url = file.Length > 0 ? url : null }, scheduler.Time.GetUtcNow() + TimeSpan.FromMilliseconds(weather.Next(5_000)), file);
        return AnswerAsync(operation, cancellationToken);
    }

    public Task<BulkOperation?> GetBulkAsync(string operationId, CancellationToken cancellationToken)
    {
        var known = _operations[operationId];
        return AnswerAsync(scheduler.Time.GetUtcNow() < known.ReadyAt ? known.Operation with { Url = null } : known.Operation with { Status = BulkStatus.Completed }, cancellationToken)!;
    }

    public Task CancelBulkAsync(string operationId, CancellationToken cancellationToken) => AnswerAsync(true, cancellationToken);

    public Task<Stream> OpenBulkResultAsync(Uri url, CancellationToken cancellationToken)
    {
        var file = _operations.Values.Single(o => o.Operation.Url == url).File;
        var length = weather.Happens(weather.StoreFaults * 10) ? weather.Next(file.Length) : file.Length;
        return AnswerAsync<Stream>(new MemoryStream(file, 0, length), cancellationToken);
    }

    public Task<IReadOnlyList<WebhookSubscription>> ListWebhooksAsync(CancellationToken cancellationToken) =>
        AnswerAsync<IReadOnlyList<WebhookSubscription>>([], cancellationToken);

    public Task<WebhookSubscription> CreateWebhookAsync(WebhookTopic topic, Uri address, CancellationToken cancellationToken) =>
        AnswerAsync(new WebhookSubscription(topic.Name, topic.EnumName, address.AbsoluteUri), cancellationToken);

    public Task<WebhookSubscription> MoveWebhookAsync(string subscriptionId, Uri address, CancellationToken cancellationToken) =>
        AnswerAsync(new WebhookSubscription(subscriptionId, subscriptionId, address.AbsoluteUri), cancellationToken);

    private IEnumerable<OrderFact> Changed(DateTimeOffset from, DateTimeOffset to) =>
        shop.Orders.Values.Where(o => !o.Deleted).Select(ShopJson.OrderFact).Where(o => o.UpdatedAt >= from && o.UpdatedAt < to);

    private async Task<T> AnswerAsync<T>(T answer, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(weather.Next(300)), scheduler.Time, cancellationToken);
        return weather.Happens(weather.StoreFaults) ? throw new ShopifyException(ShopifyErrorKind.ServerError, "The store did not answer.") : answer;
    }

    private static FactPage<T> Page<T>(IEnumerable<T> all, Func<T, (DateTimeOffset At, long Id)> place, DateTimeOffset? since, string? cursor)
    {
        var after = cursor?.Split(CursorSeparator) is [var ticks, var id]
            ? (At: new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero), Id: long.Parse(id, CultureInfo.InvariantCulture))
            : (At: since ?? DateTimeOffset.MinValue, Id: 0);
        var items = all.Where(i => place(i).CompareTo(after) > 0).OrderBy(place).Take(PageSize).ToList();
        var next = items.Count == PageSize ? place(items[^1]) : default;
        return new(items, items.Count == PageSize ? string.Create(CultureInfo.InvariantCulture, $"{next.At.UtcTicks}{CursorSeparator}{next.Id}") : null);
    }
}
