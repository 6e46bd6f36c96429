using System.Globalization;

namespace XSight.Api.Orders;

/// <summary>Money that went back, and when; <c>0.00</c> where goods came back and no money went.</summary>
public sealed record OrderRefundFacts(string Id, DateTimeOffset At, string Amount)
{
    public static OrderRefundFacts Of(OrderRefund refund, string currency) =>
        new(refund.RefundId.ToString(CultureInfo.InvariantCulture), refund.At, CurrencyUnits.Format(refund.AmountMinor, currency));

    /// <summary>All refunds of an order, oldest first; null where no source told them.</summary>
    public static IReadOnlyList<OrderRefundFacts>? AllOf(OrderFact order) =>
        order.Refunds.IsDefault ? null : [.. order.Refunds.OrderBy(refund => refund.At).Select(refund => Of(refund, order.Currency))];
}
