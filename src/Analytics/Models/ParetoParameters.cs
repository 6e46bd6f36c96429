namespace XSight.Analytics.Models;

/// <summary>Purchase rates vary over customers as Gamma(r, α), rates of leaving as Gamma(s, β); α and β in the unit of time.</summary>
public readonly record struct ParetoParameters(double R, double Alpha, double S, double Beta);
