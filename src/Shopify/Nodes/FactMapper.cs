using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace XSight.Shopify;

/// <summary>From the Admin API's nodes to facts.</summary>
internal static class FactMapper
{
    /// <exception cref="FactFormatException">Something that the schema promises is missing.</exception>
    public static CustomerFact ToFact(CustomerNode node) => new()
    {
        CustomerId = node.Id ?? throw Missing("id"),
        CreatedAt = node.CreatedAt ?? throw Missing("createdAt"),
        UpdatedAt = node.UpdatedAt ?? throw Missing("updatedAt"),
        FirstName = FactText.Clean(node.FirstName),
        LastName = FactText.Clean(node.LastName),
        Email = FactText.Clean(node.DefaultEmailAddress?.EmailAddress),
        EmailConsent = OpenEnum.ToLower(node.DefaultEmailAddress?.MarketingState),
        Phone = FactText.Clean(node.DefaultPhoneNumber?.PhoneNumber),
        City = FactText.Clean(node.DefaultAddress?.City),
        Province = FactText.Clean(node.DefaultAddress?.ProvinceCode),
        CountryCode = FactText.Clean(node.DefaultAddress?.CountryCodeV2),
        Tags = Strings(node.Tags, "tags"),
    };

    /// <param name="node">The order.</param>
    /// <param name="currency">The shop's currency, which every amount must be in.</param>
    /// <param name="lines">All of its lines; null when they are not known.</param>
    /// <exception cref="FactFormatException">Something that the schema promises is missing, or an amount is in another currency.</exception>
    public static OrderFact ToFact(OrderNode node, string currency, IReadOnlyList<LineNode?>? lines) => new()
    {
        OrderId = node.Id ?? throw Missing("id"),
        CustomerId = node.Customer is null ? null : node.Customer.Id ?? throw Missing("customer.id"),
        Name = FactText.Clean(node.Name) ?? throw Missing("name"),
        CreatedAt = node.CreatedAt ?? throw Missing("createdAt"),
        UpdatedAt = node.UpdatedAt ?? throw Missing("updatedAt"),
        ProcessedAt = node.ProcessedAt ?? throw Missing("processedAt"),
        CancelledAt = node.CancelledAt,
        Test = node.Test ?? throw Missing("test"),
        FinancialStatus = OpenEnum.ToLower(node.DisplayFinancialStatus),
        GrossMinor = Amount(node.TotalPriceSet, currency, "totalPriceSet"),
        NetMinor = Amount(node.CurrentTotalPriceSet, currency, "currentTotalPriceSet"),
        Currency = currency,
        SourceName = FactText.Clean(node.SourceName),
        CountryCode = FactText.Clean(node.ShippingAddress?.CountryCodeV2),
        DiscountCodes = Strings(node.DiscountCodes, "discountCodes"),
        Lines = lines is null ? default : [.. lines.Select(line => ToLine(line ?? throw Missing("lineItems[]"), currency))],
        Refunds = node.Refunds is null ? default : [.. node.Refunds.Select(refund => ToRefund(refund ?? throw Missing("refunds[]"), currency))],
    };

    /// <param name="node">An order of Queries/order-versions.graphql.</param>
    /// <param name="currency">The shop's currency, which every amount must be in.</param>
    /// <exception cref="FactFormatException">Something that the schema promises is missing, or an amount is in another currency.</exception>
    public static OrderVersion ToVersion(OrderNode node, string currency) => new(
        node.Id ?? throw Missing("id"),
        node.UpdatedAt ?? throw Missing("updatedAt"),
        Amount(node.CurrentTotalPriceSet, currency, "currentTotalPriceSet"));

    private static OrderLine ToLine(LineNode node, string currency) => new(
        node.Id ?? throw Missing("lineItems[].id"),
        node.Product?.Id,
        node.Variant?.Id,
        FactText.Clean(node.Title) ?? throw Missing("lineItems[].title"),
        FactText.Clean(node.Sku),
        node.CurrentQuantity ?? throw Missing("lineItems[].currentQuantity"),
        Amount(node.PriceAfterAllDiscountsBeforeTaxesSet, currency, "lineItems[].priceAfterAllDiscountsBeforeTaxesSet"));

    private static OrderRefund ToRefund(RefundNode node, string currency) => new(
        node.Id ?? throw Missing("refunds[].id"),
        node.CreatedAt ?? node.ProcessedAt ?? throw Missing("refunds[].processedAt"),
        Amount(node.TotalRefundedSet, currency, "refunds[].totalRefundedSet"));

    private static long Amount(MoneyBagNode? bag, string currency, string member)
    {
        var money = bag?.ShopMoney ?? throw Missing(bag is null ? member : member + ".shopMoney");
        var amount = money.Amount ?? throw Missing(member + ".shopMoney.amount");
        var told = money.CurrencyCode ?? throw Missing(member + ".shopMoney.currencyCode");
        return FactMoney.Minor(amount, told, currency, member + ".shopMoney.amount", member + ".shopMoney.currencyCode");
    }

    private static ImmutableArray<string> Strings(string[]? texts, string member)
    {
        if (texts is null)
        {
            throw Missing(member);
        }

        // The array came from the deserializer and nobody else holds it.
        return Array.IndexOf(texts, null) < 0 ? ImmutableCollectionsMarshal.AsImmutableArray(texts) : throw Missing(member + "[]");
    }

    private static FactFormatException Missing(string path) => new(path, "is missing");
}
