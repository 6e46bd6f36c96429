namespace XSight.Grains.Webhooks;

/// <summary>What browsers are told of one batch: the newest orders, and every customer it was about.</summary>
internal sealed record AppliedBatch(IReadOnlyList<OrderReceived> Orders, CustomersChanged? Customers);
