namespace XSight.Analytics.Models;

/// <summary>What a customer is expected to spend per purchase, in the unit of money it was fitted in.</summary>
public interface ISpendModel
{
    /// <summary>As shown: <c>Gamma-Gamma</c>.</summary>
    string Name { get; }

    /// <summary>Of somebody of whom nothing is known.</summary>
    double PopulationMean { get; }

    double ExpectedSpend(SpendSummary customer);
}
