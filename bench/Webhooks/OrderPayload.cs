namespace XSight.Bench;

/// <summary>The body of one order webhook, and what the figures must say of it.</summary>
/// <param name="Body">As it is signed.</param>
/// <param name="CustomerId">Who ordered.</param>
/// <param name="IsFirst">The customer's first order: the customer has a standing exactly when this order is in the figures.</param>
/// <param name="NetMinor">In cents.</param>
public sealed record OrderPayload(byte[] Body, long CustomerId, bool IsFirst, long NetMinor);
