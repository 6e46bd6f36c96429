namespace XSight.ShopifySimulator;

/// <summary>A row of an order log.</summary>
/// <param name="Line">Where it stands, from 1.</param>
/// <param name="OrderId">From the invoice's text.</param>
/// <param name="CustomerId">0 when the row has no customer.</param>
/// <param name="LocalTime">The shop's local time; noon where the log has a date only.</param>
/// <param name="AmountMinor">In minor units; of a cancelled row, without its sign.</param>
/// <param name="Cancelled">The order was taken back.</param>
internal readonly record struct OrderLogRow(int Line, long OrderId, long CustomerId, DateTime LocalTime, long AmountMinor, bool Cancelled);
