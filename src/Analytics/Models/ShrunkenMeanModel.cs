namespace XSight.Analytics.Models;

/// <summary>
/// Spend per purchase where frequent buyers spend other sums than rare ones, so that Gamma-Gamma does not hold: a customer's own mean,
/// drawn to everybody's as if <paramref name="weight"/> more purchases had been of that.
/// </summary>
/// <param name="populationMean">Mean over customers of their mean spend.</param>
/// <param name="weight">How many purchases everybody's mean weighs: the variance between purchases of one customer over that between customers.</param>
public sealed class ShrunkenMeanModel(double populationMean, double weight) : ISpendModel
{
    public const string ModelName = "Shrunken mean";

    /// <summary>Nobody differs: everybody's mean for all, by a weight that no customer's purchases outdo.</summary>
    private const double WeightMax = 1e6;

    public string Name => ModelName;

    public double PopulationMean => populationMean;

    public double Weight => weight;

    public double ExpectedSpend(SpendSummary customer) => customer is { X: > 0, Mean: > 0 }
        ? ((weight * populationMean) + (customer.X * customer.Mean)) / (weight + customer.X)
        : populationMean;

    /// <summary>
    /// By moments: the squared distance of a customer's mean from everybody's is the variance between customers plus that between one's
    /// purchases over their number, a straight line in 1/x. Where only one number of purchases occurs, the two weigh the same.
    /// </summary>
    /// <param name="customers">Those without repeat purchases or with a mean of nothing or less are left out.</param>
    public static ShrunkenMeanModel Fit(IEnumerable<SpendSummary> customers)
    {
        var used = customers.Where(c => c is { X: > 0, Mean: > 0 }).ToArray();
        if (used.Length == 0)
        {
            return new ShrunkenMeanModel(0, 1);
        }

        var mean = used.Average(c => c.Mean);
        var (inverse, distance) = (used.Average(c => 1.0 / c.X), used.Average(c => Squared(c.Mean - mean)));
        var spread = used.Average(c => Squared((1.0 / c.X) - inverse));
        if (spread == 0)
        {
            return new ShrunkenMeanModel(mean, 1);
        }

        var within = Math.Max(0, used.Average(c => ((1.0 / c.X) - inverse) * (Squared(c.Mean - mean) - distance)) / spread);
        var between = distance - (within * inverse);
        return new ShrunkenMeanModel(mean, between <= within / WeightMax ? WeightMax : within / between);
    }

    private static double Squared(double value) => value * value;
}
