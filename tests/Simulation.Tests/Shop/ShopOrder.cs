namespace XSight.Simulation.Tests.Shop;

/// <summary>An order as the shop has it now.</summary>
internal sealed record ShopOrder(long Id, long? CustomerId, DateTimeOffset ProcessedAt, DateTimeOffset UpdatedAt, long GrossMinor, long NetMinor)
{
    public string Status { get; init; } = "pending";

    public DateTimeOffset? CancelledAt { get; init; }

    public bool Test { get; init; }

    public bool Deleted { get; init; }

    /// <summary>The rule of what counts, said a second time and plainly.</summary>
    public bool Counts => !Deleted && !Test && CancelledAt is null && Status is not ("pending" or "authorized" or "voided" or "expired");
}
