namespace XSight.Shopify.Tests;

/// <summary>Nodes as Shopify writes them.</summary>
internal static class Nodes
{
    public const string Shop = """
        {"shop":{"id":"gid://shopify/Shop/1","name":"Corner Shop","myshopifyDomain":"corner-shop.myshopify.com","currencyCode":"USD","ianaTimezone":"Europe/Berlin"},
         "customersCount":{"count":23570},"ordersCount":null}
        """;

    public const string Order = """
        {"__typename":"Order","id":"gid://shopify/Order/820982911946154508","name":"#1001","createdAt":"2026-03-01T10:00:00Z","processedAt":"2026-03-01T09:59:00Z",
         "updatedAt":"2026-03-02T08:00:00Z","cancelledAt":null,"test":false,"displayFinancialStatus":"PARTIALLY_REFUNDED","sourceName":"web","discountCodes":["SPRING"],
         "totalPriceSet":{"shopMoney":{"amount":"404.95","currencyCode":"USD"}},"currentTotalPriceSet":{"shopMoney":{"amount":"400.0","currencyCode":"USD"}},
         "shippingAddress":{"countryCodeV2":"DE"},"customer":{"id":"gid://shopify/Customer/706405506930370084"},
         "refunds":[{"id":"gid://shopify/Refund/77","createdAt":"2026-03-02T07:00:00Z","processedAt":"2026-03-02T07:00:05Z","totalRefundedSet":{"shopMoney":{"amount":"4.95","currencyCode":"USD"}}}]}
        """;

    public const string SomeLine = """
        "id":"gid://shopify/LineItem/1","title":"Blue Rivers","sku":"CD-1","currentQuantity":2,
         "priceAfterAllDiscountsBeforeTaxesSet":{"shopMoney":{"amount":"399.99","currencyCode":"USD"}},"product":{"id":"gid://shopify/Product/11"},"variant":{"id":"gid://shopify/ProductVariant/12"}
        """;

    public const string CustomLine = """
        "id":"gid://shopify/LineItem/2","title":"Gift wrap","sku":null,"currentQuantity":1,
         "priceAfterAllDiscountsBeforeTaxesSet":{"shopMoney":{"amount":"0.01","currencyCode":"USD"}},"product":null,"variant":null
        """;

    public static readonly OrderLine[] LineFacts =
    [
        new(1, 11, 12, "Blue Rivers", "CD-1", 2, 39999),
        new(2, null, null, "Gift wrap", null, 1, 1),
    ];

    public static readonly OrderRefund[] RefundFacts = [new(77, new DateTimeOffset(2026, 3, 2, 7, 0, 0, TimeSpan.Zero), 495)];

    public const string Customer = """
        {"__typename":"Customer","id":"gid://shopify/Customer/706405506930370084","createdAt":"2025-01-01T00:00:00Z","updatedAt":"2026-03-02T08:00:00Z","firstName":"Zoë","lastName":"O'Hara",
         "tags":["vip","early"],"defaultEmailAddress":{"emailAddress":"zoe@example.com","marketingState":"NOT_SUBSCRIBED"},"defaultPhoneNumber":{"phoneNumber":"+4930123456"},
         "defaultAddress":{"city":"Köln","provinceCode":"NW","countryCodeV2":"DE"}}
        """;

    public static readonly OrderFact OrderFact = new()
    {
        OrderId = 820982911946154508,
        CustomerId = 706405506930370084,
        Name = "#1001",
        CreatedAt = new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero),
        ProcessedAt = new DateTimeOffset(2026, 3, 1, 9, 59, 0, TimeSpan.Zero),
        UpdatedAt = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero),
        FinancialStatus = "partially_refunded",
        SourceName = "web",
        CountryCode = "DE",
        GrossMinor = 40495,
        NetMinor = 40000,
        Currency = "USD",
    };

    public static readonly CustomerFact CustomerFact = new()
    {
        CustomerId = 706405506930370084,
        CreatedAt = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero),
        UpdatedAt = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero),
        FirstName = "Zoë",
        LastName = "O'Hara",
        Email = "zoe@example.com",
        EmailConsent = "not_subscribed",
        Phone = "+4930123456",
        City = "Köln",
        Province = "NW",
        CountryCode = "DE",
    };

    /// <summary>Everything of the fact but what its lists hold, which compare by reference.</summary>
    public static OrderFact WithoutLists(OrderFact fact) => fact with { DiscountCodes = OrderFact.DiscountCodes, Lines = default, Refunds = default };

    /// <summary>The order with a page of lines.</summary>
    public static string OrderWithLines(string lines, string pageInfo = """{"hasNextPage":false,"endCursor":null}""") =>
        string.Concat(Order.AsSpan(0, Order.LastIndexOf('}')), $",\"lineItems\":{LinesPage(lines, pageInfo)}}}");

    public static string LinesPage(string lines, string pageInfo = """{"hasNextPage":false,"endCursor":null}""") =>
        $"{{\"nodes\":[{lines}],\"pageInfo\":{pageInfo}}}";

    /// <summary>A line of an order as bulk results have it.</summary>
    public static string BulkLine(string line, string order = "820982911946154508") =>
        Line($$"""{"__typename":"LineItem",{{line}},"__parentId":"gid://shopify/Order/{{order}}"}""");

    public static string Orders(string nodes, string pageInfo = """{"hasNextPage":false,"endCursor":null}""") =>
        $$$"""{"orders":{"nodes":[{{{nodes}}}],"pageInfo":{{{pageInfo}}}}}""";

    public static string Customers(string nodes, string pageInfo = """{"hasNextPage":false,"endCursor":null}""") =>
        $$$"""{"customers":{"nodes":[{{{nodes}}}],"pageInfo":{{{pageInfo}}}}}""";

    /// <summary>The same node on one line, as bulk results have it.</summary>
    public static string Line(string node) => string.Concat(node.Split('\n').Select(line => line.Trim()));
}
