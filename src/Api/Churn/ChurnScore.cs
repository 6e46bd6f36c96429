namespace XSight.Api.Churn;

/// <summary>How good the chances were that one way of forecasting gave.</summary>
public sealed record ChurnScore(string Name, double? Auc, double Brier, double Ece, IReadOnlyList<ForecastDecile> Deciles)
{
    public static ChurnScore Of(ForecastQuality quality) => new(quality.Name, quality.Auc, quality.Brier, quality.CalibrationError, quality.Deciles);
}
