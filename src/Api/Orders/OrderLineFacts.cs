using System.Globalization;

namespace XSight.Api.Orders;

/// <summary>What is left of a line: pieces after edits and returns, and their price after all discounts, without taxes and shipping.</summary>
public sealed record OrderLineFacts(string Id, string? Product, string? Variant, string Title, string? Sku, int Quantity, string Net)
{
    public static OrderLineFacts Of(OrderLine line, string currency) => new(
        line.LineId.ToString(CultureInfo.InvariantCulture),
        line.ProductId?.ToString(CultureInfo.InvariantCulture),
        line.VariantId?.ToString(CultureInfo.InvariantCulture),
        line.Title,
        line.Sku,
        line.Quantity,
        CurrencyUnits.Format(line.NetMinor, currency));

    /// <summary>All lines of an order; null where no source told them.</summary>
    public static IReadOnlyList<OrderLineFacts>? AllOf(OrderFact order) =>
        order.Lines.IsDefault ? null : [.. order.Lines.Select(line => Of(line, order.Currency))];
}
