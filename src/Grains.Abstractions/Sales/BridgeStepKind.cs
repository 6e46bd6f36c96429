namespace XSight.Abstractions;

/// <summary>In what our revenue and Shopify's total sales may differ. Each is also the list of orders that the step opens to, see <see cref="SalesOrdersQuery"/>.</summary>
public enum BridgeStepKind
{
    /// <summary>Counted orders with a refund on the other side of the period's border than the order: Shopify takes refunds off on their own day.</summary>
    RefundDating,

    /// <summary>Counted orders that were edited up or down: both take the edit into account, we on the order's day, Shopify on the day of the edit, which it does not tell.</summary>
    Edits,

    /// <summary>Cancelled orders: Shopify keeps the sale on its day and takes it off by refunds; we leave them out.</summary>
    Cancelled,

    /// <summary>Authorized, pending, voided and expired orders: Shopify counts a sale when it is made, we count it once it is paid.</summary>
    Unpaid,

    /// <summary>Test orders: neither counts them.</summary>
    Test,

    /// <summary>Orders without a customer: both count them.</summary>
    Anonymous,

    /// <summary>Orders whose day differs between the shop's time zone and UTC across the period's border: both use the shop's, an export in UTC does not.</summary>
    TimeZone,
}
