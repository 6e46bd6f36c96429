namespace XSight.Storage;

/// <summary>An order in a list, with its customer's name when it has one.</summary>
public sealed record RecentOrder(long OrderId, string Name, DateTimeOffset ProcessedAt, long NetMinor, bool Counted, string? FinancialStatus, long? CustomerId, string? CustomerName);
