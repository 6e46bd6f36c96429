using XSight.Analytics.Churn;

namespace XSight.Grains.Churn;

/// <summary>What the work brought, and of which moment it is.</summary>
internal sealed record ForecastResult(
    ForecastModel Model, ForecastBook Book, PastScores Past, DateTimeOffset AsOf, long Version, long ChangeSeq, TimeSpan FitTook, TimeSpan BookTook);
