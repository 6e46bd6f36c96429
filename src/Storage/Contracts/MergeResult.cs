namespace XSight.Storage;

/// <summary>How many rows of a batch won, and how many were older than what was there.</summary>
public sealed record MergeResult(int CustomersMerged, int CustomersStale, int OrdersMerged, int OrdersStale);
