namespace XSight.Analytics.Models;

/// <summary>What a customer spends.</summary>
/// <param name="X">Purchases the mean is taken over: the repeat purchase days, as in <see cref="PurchaseSummary"/>.</param>
/// <param name="Mean">Mean net per such purchase, in the currency's major or minor units throughout.</param>
public readonly record struct SpendSummary(int X, double Mean);
