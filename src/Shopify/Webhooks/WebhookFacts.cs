using System.Collections.Immutable;

namespace XSight.Shopify;

/// <summary>From webhook bodies to facts.</summary>
internal static class WebhookFacts
{
    private const char TagSeparator = ',';

    /// <exception cref="FactFormatException">Something that every order has is missing, or an amount is in another currency.</exception>
    public static OrderFact ToFact(OrderPayload order, DateTimeOffset? triggeredAt, string currency)
    {
        var created = order.CreatedAt ?? order.ProcessedAt ?? throw Missing("created_at");
        return new()
        {
            OrderId = Id(order.Id, "id"),
            CustomerId = order.Customer is null ? null : Id(order.Customer.Id, "customer.id"),
            Name = FactText.Clean(order.Name) ?? throw Missing("name"),
            CreatedAt = created,
            UpdatedAt = order.UpdatedAt ?? triggeredAt ?? throw Missing("updated_at"),
            ProcessedAt = order.ProcessedAt ?? created,
            CancelledAt = order.CancelledAt,
            Test = order.Test ?? false,
            FinancialStatus = OpenEnum.ToLower(FactText.Clean(order.FinancialStatus)),
            GrossMinor = Amount(order.TotalPriceSet, order.TotalPrice, order.Currency, currency, "total_price"),
            NetMinor = Amount(order.CurrentTotalPriceSet, order.CurrentTotalPrice, order.Currency, currency, "current_total_price"),
            Currency = currency,
            SourceName = FactText.Clean(order.SourceName),
            CountryCode = FactText.Clean(order.ShippingAddress?.CountryCode),
            DiscountCodes = Codes(order.DiscountCodes),
            Lines = WebhookSales.Lines(order, currency),
            Refunds = WebhookSales.Refunds(order, currency),
        };
    }

    /// <exception cref="FactFormatException">Something that every customer has is missing.</exception>
    public static CustomerFact ToFact(CustomerPayload customer, DateTimeOffset? triggeredAt)
    {
        var updated = customer.UpdatedAt ?? triggeredAt ?? throw Missing("updated_at");
        return ToFact(customer, updated, customer.CreatedAt ?? updated, "id");
    }

    /// <summary>The customer within an order. Shopify's own samples leave its times null; it is at least as old and as new as that order then.</summary>
    public static CustomerFact ToFact(CustomerPayload customer, OrderFact order) =>
        ToFact(customer, customer.UpdatedAt ?? order.UpdatedAt, customer.CreatedAt ?? order.CreatedAt, "customer.id");

    public static long Id(long? id, string path) => id switch
    {
        null => throw Missing(path),
        <= 0 => throw new FactFormatException(path, "is not a positive number"),
        _ => id.Value,
    };

    public static FactFormatException Missing(string path) => new(path, "is missing");

    private static CustomerFact ToFact(CustomerPayload customer, DateTimeOffset updatedAt, DateTimeOffset createdAt, string idPath) => new()
    {
        CustomerId = Id(customer.Id, idPath),
        UpdatedAt = updatedAt,
        CreatedAt = createdAt,
        FirstName = FactText.Clean(customer.FirstName),
        LastName = FactText.Clean(customer.LastName),
        Email = FactText.Clean(customer.Email),
        Phone = FactText.Clean(customer.Phone),
        City = FactText.Clean(customer.DefaultAddress?.City),
        Province = FactText.Clean(customer.DefaultAddress?.ProvinceCode ?? customer.DefaultAddress?.Province),
        CountryCode = FactText.Clean(customer.DefaultAddress?.CountryCode),
        Tags = Tags(customer.Tags),
        EmailConsent = OpenEnum.ToLower(FactText.Clean(customer.EmailMarketingConsent?.State)),
    };

    /// <summary>The shop's side of the set, else the plain amount, which is in the order's <c>currency</c>.</summary>
    public static long Amount(MoneySetPayload? set, string? plain, string? plainCurrency, string currency, string member)
    {
        var (amount, told, path) = set?.ShopMoney is { Amount: { } exact } money
            ? (exact, money.CurrencyCode, member + "_set.shop_money")
            : (plain ?? throw Missing(member), plainCurrency, member);
        return FactMoney.Minor(amount, told ?? throw new FactFormatException(path, "is in no currency"), currency, path, path);
    }

    private static ImmutableArray<string> Codes(DiscountCodePayload[]? discounts)
    {
        if (discounts is null or [])
        {
            return [];
        }

        var codes = ImmutableArray.CreateBuilder<string>(discounts.Length);
        foreach (var discount in discounts)
        {
            if (FactText.Clean(discount?.Code) is { } code)
            {
                codes.Add(code);
            }
        }

        return codes.DrainToImmutable();
    }

    /// <summary>Bodies before 2025-01 have them as <c>vip, early</c>; later ones not at all.</summary>
    private static ImmutableArray<string> Tags(string? text) =>
        text is null ? default : [.. FactText.Clean(text)!.Split(TagSeparator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
