namespace XSight.Abstractions;

/// <summary>An order that counts, reduced to what figures are made of.</summary>
/// <param name="ProcessedAt">The order's time.</param>
/// <param name="Day">That instant's day on the shop's calendar, days since 1970-01-01.</param>
/// <param name="NetMinor">What is left of it after refunds and edits, minor units.</param>
public readonly record struct CountedOrder(DateTimeOffset ProcessedAt, int Day, long NetMinor);
