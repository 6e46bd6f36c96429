namespace XSight.Analytics.Models;

/// <summary>
/// Spend per purchase (Fader and Hardie 2013): a customer's purchases vary as Gamma(p, ν) about a mean of its own, and ν varies over
/// customers as Gamma(q, γ). A customer's estimate lies between its own mean and everybody's, the nearer to its own the more purchases
/// there are.
/// </summary>
public sealed class GammaGammaModel(double p, double q, double gamma) : ISpendModel
{
    public const string ModelName = "Gamma-Gamma";

    public string Name => ModelName;

    public double P => p;

    /// <summary>Greater than 1, or the mean over customers would not exist.</summary>
    public double Q => q;

    public double Gamma => gamma;

    /// <summary>Mean spend over all customers.</summary>
    public double PopulationMean => p * gamma / (q - 1);

    /// <summary>Expected spend per purchase; the population's mean for somebody without purchases or with nothing spent.</summary>
    public double ExpectedSpend(SpendSummary customer) => customer is { X: > 0, Mean: > 0 }
        ? p * (gamma + (customer.X * customer.Mean)) / ((p * customer.X) + q - 1)
        : PopulationMean;
}
