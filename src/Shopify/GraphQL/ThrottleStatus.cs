namespace XSight.Shopify;

/// <summary>The store's bucket as it stood at the end of a request, in points and points a second. Whole numbers or fractions, as Shopify pleases.</summary>
internal sealed record ThrottleStatus(double MaximumAvailable, double CurrentlyAvailable, double RestoreRate);
