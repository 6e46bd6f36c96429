namespace XSight.Grains.Reconciling;

/// <summary>An order whose state here and there seemed to differ: what was here, and what the store said when asked for it alone.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="Before">What was here; null when nothing was.</param>
/// <param name="Fact">What the store has; null when it has it no more.</param>
/// <param name="AskedAt">When the store was asked.</param>
internal sealed record Suspect(long OrderId, OrderVersion? Before, OrderFact? Fact, DateTimeOffset AskedAt)
{
    private bool WasHere => Before is { Deleted: false };

    public bool IsSurplus => Fact is null && WasHere;

    public bool IsMissing => Fact is not null && !WasHere;

    public bool IsOutdated => WasHere && Fact is { } fact && (Before!.Value.UpdatedAt < fact.UpdatedAt
        || (Before.Value.UpdatedAt == fact.UpdatedAt && Before.Value.NetMinor != fact.NetMinor));

    public bool IsDifferent => IsSurplus || IsMissing || IsOutdated;

    /// <summary>It changed after the compared time: no difference is due to what was lost before.</summary>
    public bool ChangedSince(DateTimeOffset comparedTo) => Fact?.UpdatedAt >= comparedTo;

    public bool IsMendedBy(OrderVersion? after) =>
        Fact is { } fact ? after is { Deleted: false } version && version.UpdatedAt >= fact.UpdatedAt : after is not { Deleted: false };
}
