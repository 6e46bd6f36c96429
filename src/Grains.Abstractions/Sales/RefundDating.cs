namespace XSight.Abstractions;

/// <summary>The day on which money that went back is taken off.</summary>
public enum RefundDating
{
    /// <summary>The refund's own day, as Shopify's sales reports have it. What an edit took off an order, which is no refund, stays with the order's day.</summary>
    Refund,

    /// <summary>The order's day: refunds are gross less net.</summary>
    Order,
}
