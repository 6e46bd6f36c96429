namespace XSight.Api.Churn;

/// <param name="HorizonDays">Churn is no purchase within so many days; 7 to 365.</param>
public sealed record ChurnHorizonRequest(int HorizonDays);
