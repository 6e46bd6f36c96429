namespace XSight.Analytics.Models;

/// <summary>All that a buy-till-you-die model knows of a customer, times in one unit throughout (days or weeks).</summary>
/// <param name="X">Repeat purchase days: several purchases on one day are one, and the first is not counted.</param>
/// <param name="LastAge">t_x, the customer's age at the last purchase; 0 where X is 0.</param>
/// <param name="Age">T, time since the first purchase.</param>
public readonly record struct PurchaseSummary(int X, double LastAge, double Age);
