namespace XSight.Abstractions;

/// <summary>Which state of an order somebody has: what two sides compare before they exchange whole facts.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="UpdatedAt">The source version.</param>
/// <param name="NetMinor">What is left of it after refunds and edits, minor units of the shop's currency.</param>
/// <param name="Deleted">The store no longer has it; only our own side says so.</param>
public readonly record struct OrderVersion(long OrderId, DateTimeOffset UpdatedAt, long NetMinor, bool Deleted = false);
