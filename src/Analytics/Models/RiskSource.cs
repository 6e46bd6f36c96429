namespace XSight.Analytics.Models;

/// <summary>
/// Churn risk before calibration: the model's, and for one-time buyers the store's own second-order curve where there is one and enough
/// customers have been watched for as long.
/// </summary>
/// <param name="model">In days.</param>
/// <param name="secondOrders">Null where the model speaks for one-time buyers too.</param>
public sealed class RiskSource(IPurchaseModel model, SurvivalCurve? secondOrders)
{
    public IPurchaseModel Model => model;

    /// <summary>The curve's word on a one-time buyer; null where the model's counts.</summary>
    public double? OfCurve(PurchaseSummary customer, int horizonDays) => OfCurve(secondOrders, customer, horizonDays);

    /// <summary>A curve's word on a one-time buyer; null for others, and where it was not watched for long enough by enough.</summary>
    public static double? OfCurve(SurvivalCurve? secondOrders, PurchaseSummary customer, int horizonDays) =>
        customer.X == 0 && secondOrders?.EndsReliablyWithin((int)customer.Age, horizonDays) is { } comes ? 1 - comes : null;

    public double RiskOf(PurchaseSummary customer, int horizonDays) =>
        OfCurve(customer, horizonDays) ?? 1 - model.ProbabilityOfPurchase(customer, horizonDays);
}
