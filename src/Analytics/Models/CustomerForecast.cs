namespace XSight.Analytics.Models;

/// <summary>What the models say of one customer over a horizon.</summary>
/// <param name="ChurnRisk">Probability of no purchase within it, not yet calibrated.</param>
/// <param name="ExpectedPurchases">Within the longer horizon of the value.</param>
/// <param name="Value">Expected net within it.</param>
public readonly record struct CustomerForecast(float ChurnRisk, float ExpectedPurchases, double Value);
