namespace XSight.Api.Churn;

/// <summary>Within 30, 90 and 365 days.</summary>
public sealed record ExpectedPurchases(double In30Days, double In90Days, double In365Days);

/// <summary>Over 12 months: expected purchases times spend per purchase.</summary>
public sealed record LifetimeValueResponse(string Value, double ExpectedPurchases, string SpendPerPurchase);

/// <summary>Risk at the end of a day, an ISO date; <paramref name="Bought"/> where it was a day of purchase.</summary>
public sealed record RiskAt(string Date, double ChurnRisk, bool Bought);
