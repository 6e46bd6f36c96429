namespace XSight.Storage;

/// <summary>A row of the orders' list, with its customer's name when it has one.</summary>
public sealed record OrderListItem(
    long OrderId,
    string Name,
    DateTimeOffset ProcessedAt,
    int Day,
    SaleKind Kind,
    string? FinancialStatus,
    long GrossMinor,
    long NetMinor,
    string? SourceName,
    string? CountryCode,
    long? CustomerId,
    string? CustomerName);
