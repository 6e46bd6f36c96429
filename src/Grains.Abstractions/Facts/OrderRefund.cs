namespace XSight.Abstractions;

/// <summary>Money that went back to the buyer of an order.</summary>
/// <param name="RefundId">The store's own.</param>
/// <param name="At">When it was made.</param>
/// <param name="AmountMinor">What was paid back, minor units; 0 where goods came back and no money went.</param>
[GenerateSerializer, Immutable, Alias("xsight.order-refund")]
public sealed record OrderRefund([property: Id(0)] long RefundId, [property: Id(1)] DateTimeOffset At, [property: Id(2)] long AmountMinor);
