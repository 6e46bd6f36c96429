namespace XSight.Storage;

/// <summary>One order with its lines and refunds, default where no source told them, and its customer's name when it has one.</summary>
public sealed record OrderDetail(OrderRow Row, SaleKind Kind, string? CustomerName);
