namespace XSight.Storage;

/// <summary>How far a reader of <see cref="ISalesStore"/> has come: in the customers' change feed, and in that of orders that have or had no customer.</summary>
public readonly record struct SalesPosition(long Customers, long Anonymous);
