namespace XSight.Analytics.Rfm;

/// <summary>A customer found in another group than at the sweep before.</summary>
/// <param name="CustomerId">Who.</param>
/// <param name="From">The group before; null where the customer is seen for the first time, or the profile was exchanged: no movement then.</param>
/// <param name="To">The group now.</param>
/// <param name="MoneyMinor">The customer's money, minor units, 0 for a prospect.</param>
public readonly record struct GroupChange(long CustomerId, string? From, string To, long MoneyMinor);
