using System.Collections.Immutable;

namespace XSight.Shopify;

/// <summary>Lines and refunds of webhook bodies. Default where the body does not tell them as the facts need them: what is known stays then.</summary>
internal static class WebhookSales
{
    private const string Refund = "refund";
    private const string Success = "success";

    /// <exception cref="FactFormatException">A line lacks what every line has, or an amount is in another currency.</exception>
    public static ImmutableArray<OrderLine> Lines(OrderPayload order, string currency)
    {
        if (order.LineItems is not { } lines || lines.Any(line => line is { CurrentQuantity: null }))
        {
            return default;
        }

        return [.. lines.Select(line => ToLine(line ?? throw WebhookFacts.Missing("line_items[]"), order, currency))];
    }

    /// <summary>Default also when money went back in another currency than the shop's: the body has no rate.</summary>
    public static ImmutableArray<OrderRefund> Refunds(OrderPayload order, string currency)
    {
        if (order.Refunds is not { } refunds || refunds.SelectMany(MoneyBack).Any(back => !InCurrency(back.Currency ?? order.Currency, currency)))
        {
            return default;
        }

        return [.. refunds.Select(refund => ToRefund(refund ?? throw WebhookFacts.Missing("refunds[]"), currency))];
    }

    private static OrderLine ToLine(LinePayload line, OrderPayload order, string currency)
    {
        var ordered = line.Quantity ?? throw WebhookFacts.Missing("line_items[].quantity");
        var left = line.CurrentQuantity!.Value;
        return new OrderLine(
            WebhookFacts.Id(line.Id, "line_items[].id"),
            line.ProductId,
            line.VariantId,
            FactText.Clean(line.Title) ?? throw WebhookFacts.Missing("line_items[].title"),
            FactText.Clean(line.Sku),
            left,
            ordered <= 0 ? 0 : Minor(Net(line, ordered, order, currency) * left / ordered, "line_items[].price"));
    }

    /// <summary>Of all pieces ordered, after all discounts and without taxes.</summary>
    private static decimal Net(LinePayload line, int ordered, OrderPayload order, string currency)
    {
        var price = Amount(line.PriceSet, line.Price, order, currency, "line_items[].price");
        var discounts = (line.DiscountAllocations ?? []).Sum(d => Amount(d?.AmountSet, d?.Amount, order, currency, "line_items[].discount_allocations[].amount"));
        var taxes = order.TaxesIncluded == true
            ? (line.TaxLines ?? []).Sum(t => Amount(t?.PriceSet, t?.Price, order, currency, "line_items[].tax_lines[].price"))
            : 0;
        return Minor((price * ordered) - discounts - taxes, "line_items[].price");
    }

    private static OrderRefund ToRefund(RefundPayload refund, string currency) => new(
        WebhookFacts.Id(refund.Id, "refunds[].id"),
        refund.CreatedAt ?? refund.ProcessedAt ?? throw WebhookFacts.Missing("refunds[].created_at"),
        Minor(MoneyBack(refund).Sum(back => Amount(null, back.Amount, currency, currency, "refunds[].transactions[].amount")), "refunds[].transactions[].amount"));

    /// <summary>To the nearest minor unit.</summary>
    private static long Minor(decimal minor, string path) =>
        decimal.Round(minor, MidpointRounding.AwayFromZero) is var rounded and >= long.MinValue and <= long.MaxValue
            ? (long)rounded
            : throw new FactFormatException(path, "is too large an amount");

    private static IEnumerable<TransactionPayload> MoneyBack(RefundPayload? refund) =>
        (refund?.Transactions ?? []).Where(t => t is { Kind: Refund, Status: Success });

    private static bool InCurrency(string? told, string currency) => string.Equals(told, currency, StringComparison.OrdinalIgnoreCase);

    private static decimal Amount(MoneySetPayload? set, string? plain, OrderPayload order, string currency, string member) =>
        Amount(set, plain, order.Currency, currency, member);

    private static decimal Amount(MoneySetPayload? set, string? plain, string? plainCurrency, string currency, string member) =>
        WebhookFacts.Amount(set, plain, plainCurrency, currency, member);
}
