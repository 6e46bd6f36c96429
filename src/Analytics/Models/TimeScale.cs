namespace XSight.Analytics.Models;

/// <summary>Times are fitted in units of the customers' mean age, so that α is near 1 whatever the store's unit of time.</summary>
/// <param name="Unit">The mean age, 1 where all ages are 0.</param>
/// <param name="LogLikelihoodShift">What the change of unit adds to the log-likelihood: ln of the unit for every repeat purchase.</param>
internal readonly record struct TimeScale(double Unit, double LogLikelihoodShift)
{
    public static TimeScale Of(SummaryGroups groups)
    {
        var (ages, purchases) = (0.0, 0L);
        for (var g = 0; g < groups.Count; g++)
        {
            ages += groups.Weights[g] * groups[g].Age;
            purchases += (long)groups.Weights[g] * groups[g].X;
        }

        var unit = ages > 0 ? ages / groups.Customers : 1;
        return new TimeScale(unit, purchases * Math.Log(unit));
    }
}
