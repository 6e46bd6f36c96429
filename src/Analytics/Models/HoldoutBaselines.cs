namespace XSight.Analytics.Models;

/// <summary>What a model is shown beside.</summary>
/// <param name="RecencyAuc">Ranking by days since the last order alone.</param>
/// <param name="Overdue">The peers' formula, see <see cref="OverdueHeuristic"/>.</param>
/// <param name="BaseRateBrier">Telling everybody the share that stayed away.</param>
public sealed record HoldoutBaselines(double RecencyAuc, ForecastScore Overdue, double BaseRateBrier);
