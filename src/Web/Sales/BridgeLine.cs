using XSight.Web.Formatting;

namespace XSight.Web.Sales;

/// <summary>A step from our figure to Shopify's, in words.</summary>
public sealed record BridgeLine(BridgeStep Step, string Label, string Why, string Href)
{
    public static BridgeLine Of(BridgeStep step, BridgeQuery query, ShopFormat format)
    {
        var (label, why) = step.Kind switch
        {
            BridgeStepKind.RefundDating => ("Refunds dated differently", query.Refunds == RefundDating.Refund
                ? "Nothing to add: here and at Shopify money is taken off on the day it went back."
                : "Here refunds belong to the order's day. Shopify takes them off on the day the money went back."),
            BridgeStepKind.Edits => ("Edited orders", "Here an edit changes the order's own day. Shopify books it on the day of the edit, which it does not tell us; the money is in both."),
            BridgeStepKind.Cancelled => ("Cancelled orders", "Here they do not count. Shopify keeps the sale on its day and takes it off again as refunds."),
            BridgeStepKind.Unpaid => ("Unpaid orders", "Here a sale counts once it is paid. Shopify counts it when it is made, also if it is pending, authorised, voided or expired."),
            BridgeStepKind.Test => ("Test orders", "Neither counts them."),
            BridgeStepKind.Anonymous => ("Orders without a customer", "Both count them as revenue."),
            BridgeStepKind.TimeZone => ("Another calendar day in UTC", "Both use your shop's time zone. An export in UTC puts these orders on the other side of the border."),
            _ => (Words.Label(step.Kind.ToString()), ""),
        };
        return new BridgeLine(
            step,
            label,
            step.AmountMinor == 0 && step.AffectedMinor != 0 ? $"{why} Money concerned: {format.Money(step.AffectedMinor)}." : why,
            $"{RevenueFigureList.OrdersHref(query.FromDay, query.ToDay)}&concern={step.Kind.ToString().ToLowerInvariant()}");
    }
}
