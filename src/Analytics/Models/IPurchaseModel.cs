namespace XSight.Analytics.Models;

/// <summary>A fitted model of who buys again, and how often. All times in the unit it was fitted in.</summary>
public interface IPurchaseModel
{
    /// <summary>As shown: <c>BG/NBD</c>.</summary>
    string Name { get; }

    /// <summary>ln of the likelihood of one customer's purchases, up to no constant.</summary>
    double LogLikelihood(PurchaseSummary customer);

    /// <summary>P(alive): that the customer has not silently left for good. Not a churn risk: see <see cref="ProbabilityOfPurchase"/>.</summary>
    double ProbabilityAlive(PurchaseSummary customer);

    /// <summary>That the customer buys within the next <paramref name="horizon"/>; one minus it is the churn risk.</summary>
    double ProbabilityOfPurchase(PurchaseSummary customer, double horizon);

    /// <summary>Purchases to be expected within the next <paramref name="horizon"/>.</summary>
    double ExpectedPurchases(PurchaseSummary customer, double horizon);

    /// <summary>Time from now by which a customer who stays is as likely as not to have bought again.</summary>
    double MedianWait(PurchaseSummary customer);

    /// <summary>Repeat purchases to be expected of somebody who has just become a customer, up to age <paramref name="age"/>.</summary>
    double ExpectedOfNewCustomer(double age);
}
