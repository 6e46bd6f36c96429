namespace XSight.Analytics.Sales;

/// <summary>From our net of a range of days to Shopify's total sales, step by step.</summary>
public static class BridgeReports
{
    private static readonly BridgeStepKind[] Kinds = Enum.GetValues<BridgeStepKind>();

    /// <exception cref="ArgumentException">The days are no range.</exception>
    public static BridgeReport Compute(SalesLedger ledger, BridgeQuery query, SalesStamp stamp)
    {
        var days = DayRange.Of(query.FromDay, query.ToDay);
        var sums = BridgeSums.Scan(ledger, days);
        var shift = sums.Of(BridgeStepKind.RefundDating).Amount;
        var ours = query.Refunds is RefundDating.Refund ? sums.Net + shift : sums.Net;
        var steps = Kinds.Select(kind => StepOf(kind, sums.Of(kind), query.Refunds)).ToList();
        return new BridgeReport
        {
            Stamp = stamp,
            Query = query,
            OursMinor = ours,
            Steps = [.. steps],
            ShopifyMinor = ours + steps.Sum(step => step.AmountMinor),
        };
    }

    private static BridgeStep StepOf(BridgeStepKind kind, (long Amount, int Orders) affected, RefundDating dating)
    {
        var adds = kind is BridgeStepKind.Cancelled or BridgeStepKind.Unpaid || (kind is BridgeStepKind.RefundDating && dating is RefundDating.Order);
        return new BridgeStep(kind, adds ? affected.Amount : 0, affected.Amount, affected.Orders);
    }
}
