namespace XSight.Storage;

/// <summary>How many rows of a batch won, and how many did not: older than what was there, or the same again.</summary>
public sealed record MergeResult(int CustomersMerged, int CustomersStale, int OrdersMerged, int OrdersStale);
