namespace XSight.Analytics.Models;

/// <summary>What a model is shown beside. None of them knows more than a shopkeeper does.</summary>
/// <param name="BaseRate">Telling everybody the share that stayed away: it could not be known beforehand, which only makes it harder to beat.</param>
/// <param name="Recency">Days since the last order alone; as a probability, by the curve that the other half of the customers taught.</param>
/// <param name="Overdue">The peers' formula, see <see cref="OverdueHeuristic"/>.</param>
public sealed record HoldoutBaselines(ForecastScore BaseRate, ForecastScore Recency, ForecastScore Overdue);
