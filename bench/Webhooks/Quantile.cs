namespace XSight.Bench;

/// <summary>A quantile of measured values: one of them, never something between two.</summary>
internal static class Quantile
{
    public static double Of(IReadOnlyCollection<double> values, double share) => values.Order().ElementAt((int)(share * (values.Count - 1)));
}
