namespace XSight.Analytics.Models;

/// <summary>What a customer is expected to be worth from now on, with its parts.</summary>
/// <param name="ExpectedPurchases">Within the horizon.</param>
/// <param name="ExpectedSpend">Per purchase, in the unit the spend model was fitted in.</param>
/// <param name="Value">Their product, later steps discounted.</param>
public readonly record struct LifetimeValue(double ExpectedPurchases, double ExpectedSpend, double Value)
{
    /// <param name="model">Who buys how often.</param>
    /// <param name="spend">How much.</param>
    /// <param name="customer">What is known of the purchases, in the model's unit of time.</param>
    /// <param name="spent">What is known of the spend.</param>
    /// <param name="steps">Into so many steps the horizon is cut; 12 for a year by months.</param>
    /// <param name="stepLength">Each so long, in the model's unit of time.</param>
    /// <param name="discountPerStep">Of money a step later; 0 for plain sums.</param>
    public static LifetimeValue Of(
        IPurchaseModel model, ISpendModel spend, PurchaseSummary customer, SpendSummary spent, int steps, double stepLength, double discountPerStep = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        var (discounted, before) = (0.0, 0.0);
        for (var step = 1; step <= steps; step++)
        {
            var expected = model.ExpectedPurchases(customer, step * stepLength);
            discounted += (expected - before) / Math.Pow(1 + discountPerStep, step);
            before = expected;
        }

        var each = spend.ExpectedSpend(spent);
        return new LifetimeValue(before, each, discounted * each);
    }
}
