namespace XSight.Analytics.Tests;

/// <summary>Comparison of figures by absolute or relative distance.</summary>
public static class Near
{
    public static void Equal(double expected, double actual, double within) =>
        Assert.True(Math.Abs(actual - expected) <= within, $"{actual:R} is not within {within} of {expected:R}.");

    public static void Relative(double expected, double actual, double within) =>
        Equal(expected, actual, Math.Abs(expected) * within);
}
