namespace XSight.Shopify;

/// <summary>What a query cost, in points.</summary>
internal sealed record QueryCost(double? RequestedQueryCost, double? ActualQueryCost, ThrottleStatus? ThrottleStatus);
