namespace XSight.Shopify;

/// <summary>A movement of money.</summary>
internal sealed class TransactionPayload
{
    /// <summary><c>refund</c> for money that goes back.</summary>
    public string? Kind { get; set; }

    /// <summary><c>success</c> when it moved.</summary>
    public string? Status { get; set; }

    public string? Amount { get; set; }

    /// <summary>The customer's, which need not be the shop's; none in samples, where it is the order's.</summary>
    public string? Currency { get; set; }
}
