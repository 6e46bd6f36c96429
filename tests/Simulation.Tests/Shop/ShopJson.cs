using System.Globalization;
using System.Text.Json;

namespace XSight.Simulation.Tests.Shop;

/// <summary>Customers and orders in the words of Shopify: bodies of webhooks, and lines of bulk files.</summary>
internal static class ShopJson
{
    private const string Currency = "USD";

    public static byte[] Order(ShopOrder order, ShopCustomer? customer) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        id = order.Id,
        name = Name(order),
        test = order.Test,
        currency = Currency,
        created_at = order.ProcessedAt,
        processed_at = order.ProcessedAt,
        updated_at = order.UpdatedAt,
        cancelled_at = order.CancelledAt,
        financial_status = order.Status,
        total_price = Price(order.GrossMinor),
        current_total_price = Price(order.NetMinor),
        customer = customer is null ? null : Members(customer),
    });

    public static byte[] Customer(ShopCustomer customer) => JsonSerializer.SerializeToUtf8Bytes(Members(customer));

    public static byte[] OrderLine(ShopOrder order) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        __typename = "Order",
        id = Gid("Order", order.Id),
        name = Name(order),
        createdAt = order.ProcessedAt,
        updatedAt = order.UpdatedAt,
        processedAt = order.ProcessedAt,
        cancelledAt = order.CancelledAt,
        test = order.Test,
        displayFinancialStatus = order.Status.ToUpperInvariant(),
        discountCodes = Array.Empty<string>(),
        totalPriceSet = Money(order.GrossMinor),
        currentTotalPriceSet = Money(order.NetMinor),
        customer = order.CustomerId is { } id ? new { id = Gid("Customer", id) } : null,
    });

    public static byte[] CustomerLine(ShopCustomer customer) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        __typename = "Customer",
        id = Gid("Customer", customer.Id),
        createdAt = customer.CreatedAt,
        updatedAt = customer.UpdatedAt,
        firstName = customer.FirstName,
        tags = Array.Empty<string>(),
    });

    public static OrderFact OrderFact(ShopOrder order) => new()
    {
        OrderId = order.Id,
        CustomerId = order.CustomerId,
        Name = Name(order),
        CreatedAt = order.ProcessedAt,
        ProcessedAt = order.ProcessedAt,
        UpdatedAt = order.UpdatedAt,
        CancelledAt = order.CancelledAt,
        Test = order.Test,
        FinancialStatus = order.Status,
        GrossMinor = order.GrossMinor,
        NetMinor = order.NetMinor,
        Currency = Currency,
    };

    public static CustomerFact CustomerFact(ShopCustomer customer) => new()
    {
        CustomerId = customer.Id,
        CreatedAt = customer.CreatedAt,
        UpdatedAt = customer.UpdatedAt,
        FirstName = customer.FirstName,
    };

    public static byte[] Pointer(object body) => JsonSerializer.SerializeToUtf8Bytes(body);

    public static string Gid(string type, long id) => string.Create(CultureInfo.InvariantCulture, $"gid://shopify/{type}/{id}");

    private static object Members(ShopCustomer customer) =>
        new { id = customer.Id, created_at = customer.CreatedAt, updated_at = customer.UpdatedAt, first_name = customer.FirstName };

    private static object Money(long minor) => new { shopMoney = new { amount = Price(minor), currencyCode = Currency } };

    private static string Name(ShopOrder order) => string.Create(CultureInfo.InvariantCulture, $"#{order.Id}");

    private static string Price(long minor) => (minor / 100m).ToString("F2", CultureInfo.InvariantCulture);
}
