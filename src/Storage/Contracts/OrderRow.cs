using System.Collections.Immutable;

namespace XSight.Storage;

/// <summary>An order as stored: the fact, and what the shop's calendar and the counting rule say of it.</summary>
/// <param name="Fact">What the store says.</param>
/// <param name="Day">Day of <c>ProcessedAt</c> on the shop's calendar, days since 1970-01-01.</param>
/// <param name="Counted">Whether it counts (analytics.md, Facts).</param>
public sealed record OrderRow(OrderFact Fact, int Day, bool Counted)
{
    /// <summary>The day of each of the fact's refunds, in their order; whoever tells refunds tells as many days.</summary>
    public ImmutableArray<int> RefundDays { get; init; } = [];
}
