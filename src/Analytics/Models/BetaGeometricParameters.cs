namespace XSight.Analytics.Models;

/// <summary>
/// Purchase rates vary over customers as Gamma(r, α), α in the unit of time; chances to leave as Beta(a, b).
/// </summary>
public readonly record struct BetaGeometricParameters(double R, double Alpha, double A, double B);
