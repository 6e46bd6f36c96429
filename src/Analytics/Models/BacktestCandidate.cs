namespace XSight.Analytics.Models;

/// <summary>A model fitted to the calibration, and how its churn risk did afterwards.</summary>
public sealed record BacktestCandidate(PurchaseModelKind Kind, ModelFit<IPurchaseModel> Fit, ForecastScore Score);
