namespace XSight.Api.Churn;

/// <summary>What a customer spends per purchase: the model, its parameters (money in minor units), and Pearson's r between frequency and spend.</summary>
public sealed record ChurnSpendModel(string Model, IReadOnlyDictionary<string, double> Parameters, double Correlation, int Customers);
