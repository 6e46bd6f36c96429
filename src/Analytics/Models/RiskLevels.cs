namespace XSight.Analytics.Models;

/// <summary>Where one level ends and the next begins.</summary>
public static class RiskLevels
{
    private const double MediumFrom = 0.3;
    private const double HighFrom = 0.6;
    private const double CriticalFrom = 0.8;

    /// <param name="risk">Probability of no purchase within the horizon, 0 to 1.</param>
    public static RiskLevel Of(double risk) => risk switch
    {
        >= CriticalFrom => RiskLevel.Critical,
        >= HighFrom => RiskLevel.High,
        >= MediumFrom => RiskLevel.Medium,
        _ => RiskLevel.Low,
    };
}
