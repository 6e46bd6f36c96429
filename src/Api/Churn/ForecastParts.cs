namespace XSight.Api.Churn;

/// <summary>Within 30, 90 and 365 days.</summary>
public sealed record ExpectedPurchases(double In30Days, double In90Days, double In365Days);

/// <summary>Over 12 months: expected purchases times spend per purchase.</summary>
public sealed record LifetimeValueResponse(string Value, double ExpectedPurchases, string SpendPerPurchase);

/// <summary>Risk at the end of a day, an ISO date; <paramref name="Bought"/> where it was a day of purchase.</summary>
public sealed record RiskAt(string Date, double ChurnRisk, bool Bought);

/// <summary>Scores, each 1 to 5, and the group they make, at the end of a day, an ISO date.</summary>
public sealed record ScoresAt(string Date, int R, int F, int M, string Group);
